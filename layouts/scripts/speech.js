// Reads an article aloud, a paragraph at a time, with the voices of the browser. The paragraph that is
// being read is marked. Where there are no voices, the buttons stay hidden.
const panel = document.querySelector(".speech");
const [start, pause, stop] = panel.querySelectorAll("button");
const state = document.createElement("span");
state.setAttribute("role", "status");
panel.append(state);
const article = document.querySelector("article");
const read =
  "h1, .body p, .body h2, .body h3, .body h4, .body h5, .body h6, .body li, .body figcaption, .body td, .body th";
const synthesis = window.speechSynthesis;

let parts = [];
let at = -1;
// Events of what was stopped still arrive: they are told by the turn in which it began.
let turn = 0;

/** A voice that speaks the language of the page: Mandarin where there is one. */
function voice() {
  const [wanted] = document.documentElement.lang.split("-");
  const tagOf = ({ lang }) => lang.replace(/_/g, "-").toLowerCase();
  const voices = synthesis.getVoices().filter((one) => {
    const [spoken] = tagOf(one).split("-");
    return spoken === wanted || (wanted === "zh" && spoken === "cmn");
  });
  return voices.find((one) => /^(?:zh-(?:cn|hans)|cmn)/.test(tagOf(one))) ?? voices[0];
}

function mark(part) {
  for (const marked of article.querySelectorAll(".being-read"))
    marked.classList.remove("being-read");
  if (!part) return;
  part.classList.add("being-read");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { top, bottom } = part.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) {
    part.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
}

function show(what) {
  start.hidden = what !== "silent";
  pause.hidden = stop.hidden = what === "silent";
  pause.textContent = what === "paused" ? pause.dataset.resume : pause.dataset.pause;
  state.textContent = panel.dataset[what] || "";
}

/** What is said of a part: not what stands in parts of its own, and no marks of notes. */
function textOf(part) {
  const copy = part.cloneNode(true);
  for (const other of copy.querySelectorAll("sup, li, p, a[aria-label]")) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function say(index) {
  at = index;
  const part = parts[at];
  if (!part) return end();
  mark(part);
  const mine = ++turn;
  const utterance = new SpeechSynthesisUtterance(textOf(part));
  utterance.voice = voice();
  utterance.lang = utterance.voice.lang;
  utterance.onend = () => mine === turn && say(at + 1);
  utterance.onerror = () => mine === turn && end();
  synthesis.speak(utterance);
}

function end() {
  turn++;
  synthesis.cancel();
  mark();
  // Whoever used the keyboard stays where the buttons are.
  const inside = panel.contains(document.activeElement);
  show("silent");
  if (inside) start.focus();
}

if (synthesis && "SpeechSynthesisUtterance" in window) {
  start.addEventListener("click", () => {
    synthesis.cancel();
    parts = [...article.querySelectorAll(read)].filter((part) => textOf(part));
    show("reading");
    pause.focus();
    say(0);
  });
  pause.addEventListener("click", () => {
    if (pause.textContent === pause.dataset.resume) {
      synthesis.resume();
      show("reading");
    } else {
      synthesis.pause();
      show("paused");
    }
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", () => synthesis.cancel());
  const offer = () => {
    panel.hidden = !voice();
  };
  // Some browsers know their voices only later.
  synthesis.addEventListener?.("voiceschanged", offer);
  offer();
  show("silent");
}

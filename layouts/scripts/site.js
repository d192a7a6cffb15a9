// How a visitor wants pages to look: the buttons of the header, remembered from page to page. What
// was chosen stands in attributes of <html>; early.js has put it there before anything was shown.
const root = document.documentElement;
const buttons = document.querySelectorAll("[data-setting]");
const darkness = matchMedia("(prefers-color-scheme: dark)");

/** What a button switches on, or off: `{ name: "text", value: "large" }`. */
function settingOf(button) {
  return { name: button.dataset.setting, value: button.dataset.value };
}

function isOn({ name, value }) {
  if (name === "theme" && !root.dataset.theme) return darkness.matches;
  return root.dataset[name] === value;
}

function show() {
  for (const button of buttons) button.setAttribute("aria-pressed", isOn(settingOf(button)));
}

function toggle(setting) {
  const { name, value } = setting;
  const on = !isOn(setting);
  // Light must be said as well, where the system is dark.
  if (name === "theme") root.dataset.theme = on ? value : "light";
  else if (on) root.dataset[name] = value;
  else delete root.dataset[name];
  const { text, contrast, theme } = root.dataset;
  try {
    localStorage.setItem("display", JSON.stringify({ text, contrast, theme }));
  } catch {
    // Private windows may keep nothing: then it holds for this page.
  }
  show();
}

for (const button of buttons) {
  button.addEventListener("click", () => toggle(settingOf(button)));
}
darkness.addEventListener?.("change", show);
show();

import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { useSample } from "./sample.ts";

const sample = useSample();

const article = "/history/2019/0912-xu-fanting.html";

async function visit(path: string, options: BrowserContextOptions = {}, before = "") {
  const context = await sample.browser.newContext({
    viewport: { width: 1024, height: 768 },
    ...options,
  });
  onTestFinished(() => context.close());
  await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(sample.url + path, { waitUntil: "networkidle" });
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate(`getComputedStyle(document.querySelector("${selector}")).${property}`);

/** The size in px of the smallest text of a page. */
const smallestText = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (data.trim() && parentElement.checkVisibility() && !parentElement.closest("script, .hidden, sup"))
      sizes.push(parseFloat(getComputedStyle(parentElement).fontSize));
  }
  return Math.min(...sizes);
})()`;

describe("large text", () => {
  test.each(["/index.html", article])(
    "%s has no text below 18 px, also on the next page",
    async (path) => {
      const page = await visit(path);
      expect(await page.evaluate(smallestText)).toBeLessThan(18);
      await button(page, "大字").click();
      expect(await button(page, "大字").getAttribute("aria-pressed")).toBe("true");
      expect(await page.evaluate(smallestText)).toBeGreaterThanOrEqual(18);

      await page.goto(`${sample.url}/about.html`);
      expect(await page.evaluate(smallestText)).toBeGreaterThanOrEqual(18);
      expect(await button(page, "大字").getAttribute("aria-pressed")).toBe("true");
      await button(page, "大字").click();
      await page.reload();
      expect(await page.evaluate(smallestText)).toBeLessThan(18);
    },
  );
});

describe("colours", () => {
  const light = "rgb(255, 253, 249)";
  const dark = "rgb(23, 20, 18)";

  test("follow the system, also while a page is open", async () => {
    const page = await visit("/index.html", { colorScheme: "dark" });
    expect(await styleOf(page, "body", "backgroundColor")).toBe(dark);
    expect(await button(page, "深色").getAttribute("aria-pressed")).toBe("true");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await styleOf(page, "body", "backgroundColor")).toBe(light);
    // Scripts are told a little later.
    await page.getByRole("button", { name: "深色", pressed: false }).waitFor();
  });

  test.each([
    ["light", light, dark],
    ["dark", dark, light],
  ] as const)(
    "can be chosen against a %s system, for all pages",
    async (colorScheme, own, other) => {
      const page = await visit("/index.html", { colorScheme });
      expect(await styleOf(page, "body", "backgroundColor")).toBe(own);
      await button(page, "深色").click();
      expect(await styleOf(page, "body", "backgroundColor")).toBe(other);
      await page.goto(sample.url + article);
      expect(await styleOf(page, "body", "backgroundColor")).toBe(other);
    },
  );

  test("have high contrast where the system or the visitor wants it", async () => {
    const page = await visit("/index.html");
    await button(page, "高对比").click();
    expect(await styleOf(page, "body", "color")).toBe("rgb(0, 0, 0)");
    expect(await styleOf(page, ".entries time", "color")).toBe("rgb(0, 0, 0)");
    const system = await visit("/index.html", { contrast: "more", colorScheme: "dark" });
    expect(await styleOf(system, "body", "color")).toBe("rgb(255, 255, 255)");
  });
});

test("what is kept by other code, or cannot be kept, harms nothing", async () => {
  const broken = `localStorage.setItem("display", '{"text":3,"theme":');`;
  const page = await visit("/index.html", {}, broken);
  expect(await styleOf(page, "html", "fontSize")).toBe("16px");

  const refused = `Object.defineProperty(window, "localStorage", { get() { throw new Error("no"); } });`;
  const quiet = await visit("/index.html", {}, refused);
  const faults: unknown[] = [];
  quiet.on("pageerror", (fault) => faults.push(fault));
  await button(quiet, "大字").click();
  expect(await styleOf(quiet, "html", "fontSize")).toBe("20px");
  expect(faults).toEqual([]);
});

/** Voices, which this browser may not have: what is said is kept, and ends when `next()` is called. */
const voices = `
  window.said = [];
  class Utterance { constructor(text) { this.text = text; } }
  const synthesis = {
    speaking: undefined, paused: false,
    getVoices: () => [{ lang: "zh-CN", name: "test" }],
    addEventListener() {},
    speak(utterance) { this.speaking = utterance; said.push(utterance); },
    cancel() { this.speaking = undefined; this.paused = false; },
    pause() { this.paused = true; },
    resume() { this.paused = false; },
  };
  window.next = () => synthesis.speaking.onend();
  window.SpeechSynthesisUtterance = Utterance;
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
`;

describe("reading aloud", () => {
  const marked = ".being-read";

  test("goes from the title on, marks what is read, pauses, goes on and stops", async () => {
    const page = await visit(article, {}, voices);
    await button(page, "朗读").click();
    expect(await page.getByRole("status").textContent()).toBe("正在朗读");
    expect(await page.locator(marked).textContent()).toBe(await page.locator("h1").textContent());
    await page.evaluate("next()");
    const first = page.locator(".body p").first();
    expect(await page.locator(marked).allTextContents()).toEqual([await first.textContent()]);
    expect(await page.evaluate("said.map(({ lang, voice }) => [lang, voice.name])")).toEqual([
      ["zh-CN", "test"],
      ["zh-CN", "test"],
    ]);

    await button(page, "暂停").click();
    expect(await page.getByRole("status").textContent()).toBe("已暂停朗读");
    expect(await page.evaluate("speechSynthesis.paused")).toBe(true);
    await button(page, "继续").click();
    expect(await page.evaluate("speechSynthesis.paused")).toBe(false);
    await button(page, "停止").click();
    expect(await page.evaluate("speechSynthesis.speaking")).toBeUndefined();
    expect(await page.locator(marked).count()).toBe(0);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("朗读");
  });

  test("reads everything once, and ends by itself", async () => {
    const page = await visit(article, {}, voices);
    await button(page, "朗读").click();
    await page.evaluate("while (speechSynthesis.speaking) next()");
    expect(await button(page, "朗读").isVisible()).toBe(true);
    const said = (await page.evaluate("said.map(({ text }) => text).join('')")) as string;
    const written = await page.locator("article h1, article .body").allTextContents();
    const notes = /\[\d+\]|↩︎/g;
    const bare = (text: string) => text.replace(notes, "").replace(/\s/g, "");
    expect(bare(said)).toBe(bare(written.join("")));
  });

  test.each([
    ["no voices", ""],
    ["only voices of other languages", '{ lang: "en-US" }, { lang: "ja_JP" }'],
  ])("is not offered where there are %s", async (_, others) => {
    const page = await visit(article, {}, voices.replace(/\[\{ lang.*\}\]/, `[${others}]`));
    expect(await page.locator(".speech").isVisible()).toBe(false);
  });

  test("prefers Mandarin among Chinese voices, however their languages are written", async () => {
    const several = '[{ lang: "en-US" }, { lang: "zh_HK" }, { lang: "cmn-CN" }]';
    const page = await visit(article, {}, voices.replace(/\[\{ lang.*\}\]/, several));
    await button(page, "朗读").click();
    expect(await page.evaluate("said[0].lang")).toBe("cmn-CN");
  });
});

test("all of a page is reached by keyboard, and what has the focus is seen", async () => {
  const page = await visit(article, {}, voices);
  const reached: string[] = [];
  for (let step = 0; step < 100; step++) {
    await page.keyboard.press("Tab");
    const name = (await page.evaluate(`(() => {
      const it = document.activeElement;
      if (it === document.body) return "";
      const { outlineStyle, outlineWidth } = getComputedStyle(it);
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return "no focus seen: " + it.outerHTML;
      return it.textContent.trim() || it.name;
    })()`)) as string;
    if (!name) break;
    reached.push(name);
  }
  const all = await page.evaluate(`Array.from(document.querySelectorAll("a, button, input"))
    .filter((it) => it.checkVisibility())
    .map((it) => it.textContent.trim() || it.name)`);
  expect(reached).toEqual(all);
  expect(reached[0]).toBe("跳到正文");
});

test("the skip link leads past the header", async () => {
  const page = await visit(article);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
});

test("without script a page shows no switch that does nothing", async () => {
  const page = await visit(article, { javaScriptEnabled: false });
  expect(await page.locator("button:visible").count()).toBe(0);
  expect(await page.locator(".body p").first().isVisible()).toBe(true);
});

test("fingers find targets of 44 px, and a mouse of 24 px", async () => {
  const sizes = `Array.from(document.querySelectorAll("header a, header button, .entries a, footer a, .pager a"), (it) => {
    const { height, width } = it.getBoundingClientRect();
    return [Math.round(Math.min(height, width)), it.textContent];
  }).filter(([size]) => size > 0)`;
  for (const [options, least] of [
    [{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 800 } }, 44],
    [{}, 24],
  ] as const) {
    const page = await visit("/history/index.html", options);
    const targets = (await page.evaluate(sizes)) as [number, string][];
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter(([size]) => size < least)).toEqual([]);
  }
});

test("motion is only for those who want it", async () => {
  const page = await visit(article, { reducedMotion: "reduce" });
  expect(await styleOf(page, "html", "scrollBehavior")).toBe("auto");
});

test("paper is white and print is black, whatever was chosen for the screen", async () => {
  const chosen = `localStorage.setItem("display", '{"theme":"dark","contrast":"more"}');`;
  const page = await visit(article, {}, chosen);
  await page.emulateMedia({ media: "print" });
  expect(await styleOf(page, "body", "backgroundColor")).toBe("rgb(255, 255, 255)");
  expect(await styleOf(page, ".byline", "color")).toBe("rgb(51, 51, 51)");
  expect(await styleOf(page, ".body p", "color")).toBe("rgb(0, 0, 0)");
});

test("a printed article has its text, its source and where its links lead, and no navigation", async () => {
  const page = await visit("/reading/2018/0402-du-bianji-renyuan-tanhua.html");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".byline").isVisible()).toBe(true);
  expect(await page.locator("nav:visible").count()).toBe(0);
  expect(await page.locator("button:visible").count()).toBe(0);
  const link = '.body a[href$="0612-faxian-chacuo.html"]';
  const shown = `getComputedStyle(document.querySelector('${link}'), "::after").content`;
  expect(await page.evaluate(shown)).toContain("(/notices/2018/");
  expect(await page.locator(".address").innerText()).toContain(
    "https://www.example.org/reading/2018/0402-du-bianji-renyuan-tanhua.html",
  );
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
});

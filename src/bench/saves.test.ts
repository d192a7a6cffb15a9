import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { projectFolder, temporaryFolder } from "../testing/files.ts";
import { editArticle, editOf, makeArticle } from "./articles.ts";
import { jinsui, startOf } from "./generators/jinsui.ts";
import { loadAverage } from "./machine.ts";
import { median } from "./statistics.ts";
import { layArticle, layArticles, layTemplates } from "./work-folder.ts";

// Without a number this only shows that saves can be measured. How long they take with so many
// articles: JINSUI_SAVES=10000 npx vitest run --config src/testing/vitest.long.config.ts src/bench/saves
const size = Number(process.env["JINSUI_SAVES"] ?? 100);
const saves = process.env["JINSUI_SAVES"] ? 20 : 2;
const seed = 1937;

test("how long it takes from a save until the browser shows it", async () => {
  const folder = temporaryFolder();
  layTemplates(folder, jinsui);
  layArticles(new Map([[jinsui, folder]]), size, seed);
  const url = await serve(join(folder, "content"));
  const browser = await launchBrowser(inject("browser"));
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.addInitScript(watchForText);

  const inArticles: number[] = [];
  const inLists: number[] = [];
  for (let number = 1; number <= saves; number++) {
    // From the middle, as an editor corrects what is on the site.
    const article = makeArticle(Math.floor(size / 2) + number, size, seed);
    const { column, year, slug, date } = article;
    await open(page, `${url}${column}/${year}/${slug}.html`);
    const edited = editArticle(article, number);
    const edit = () => layArticle(folder, jinsui, edited);
    inArticles.push(await shown(page, editOf(number), edit));

    await open(page, `${url}archive/${date.slice(0, 7)}.html`);
    const title = `第${number}次改过的题目`;
    const rename = () => layArticle(folder, jinsui, { ...edited, title });
    inLists.push(await shown(page, title, rename));
  }
  const told = { size, saves, article: median(inArticles), list: median(inLists) };
  process.stdout.write(`${JSON.stringify({ ...told, load: loadAverage() })}\n`);
  expect(Math.min(...inArticles, ...inLists)).toBeGreaterThan(0);
});

/** Opens a page, and waits until the server has nothing else to do. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await setTimeout(1500);
}

/**
 * Runs in the browser with each page that it loads: waits for the text that is awaited, and notes when
 * the frame after the first one with it begins, as that has been shown then.
 */
const watchForText = `{
  const text = sessionStorage.getItem("awaited");
  const look = () => {
    if (!document.body?.textContent.includes(text)) requestAnimationFrame(look);
    else requestAnimationFrame(() => { window.shownAt = Date.now(); });
  };
  if (text) look();
}`;

/** Saves something, and gives how many milliseconds it takes until the open page shows a text of it. */
async function shown(page: Page, text: string, save: () => void): Promise<number> {
  await page.evaluate(`sessionStorage.setItem("awaited", ${JSON.stringify(text)})`);
  const saved = Date.now();
  save();
  // To ask the browser takes as long as some frames: it notes itself when it was.
  const shownAt = await page.waitForFunction("window.shownAt");
  await page.evaluate("sessionStorage.clear()");
  return Number(await shownAt.jsonValue()) - saved;
}

/** Starts `npm run dev`, and gives the address once every page should be made. */
async function serve(content: string): Promise<string> {
  const args = [...startOf("dev"), "--content", content, "--port", "8231"];
  const child = spawn(process.execPath, args, { cwd: projectFolder });
  const ended = new Promise((resolve) => child.once("close", resolve));
  onTestFinished(async () => {
    child.kill("SIGINT");
    await ended;
  });
  let said = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  const wait = { timeout: 3_600_000, interval: 50 };
  const url = await vi.waitUntil(() => /http:\/\/localhost:\d+\//.exec(said)?.[0], wait);
  // The server makes the pages that nobody has asked for in the meantime.
  await setTimeout(3 * size);
  return url;
}

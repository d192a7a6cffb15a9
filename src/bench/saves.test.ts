import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { projectFolder, temporaryFolder } from "../testing/files.ts";
import { editArticle, editOf, makeArticle } from "./articles.ts";
import { jinsui } from "./generators/jinsui.ts";
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

  const inArticles: number[] = [];
  const inLists: number[] = [];
  for (let number = 1; number <= saves; number++) {
    // From the middle, as an editor corrects what is on the site.
    const article = makeArticle(Math.floor(size / 2) + number, size, seed);
    const { column, year, slug, date } = article;
    await open(page, `${url}${column}/${year}/${slug}.html`);
    const edited = editArticle(article, number);
    layArticle(folder, jinsui, edited);
    inArticles.push(await shown(page, editOf(number)));

    await open(page, `${url}archive/${date.slice(0, 7)}.html`);
    const title = `第${number}次改过的题目`;
    layArticle(folder, jinsui, { ...edited, title });
    inLists.push(await shown(page, title));
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

/** How many milliseconds it takes from now until a page, which is reloaded meanwhile, has a text. */
async function shown(page: Page, text: string): Promise<number> {
  const saved = performance.now();
  const has = `document.body?.textContent.includes(${JSON.stringify(text)})`;
  await page.waitForFunction(has, undefined, { polling: "raf" });
  return performance.now() - saved;
}

/** Starts `npm run dev`, and gives the address once every page should be made. */
async function serve(content: string): Promise<string> {
  const args = ["scripts/start.js", "dev", "--content", content, "--port", "8231"];
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

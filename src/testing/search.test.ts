import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { projectFolder, runScript, temporaryFolder, treeOf } from "./files.ts";
import { serveFolder } from "./serve.ts";

let browser: Browser;
/** The site of `makeContent`; tests leave it as it is. */
let built: string;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "jinsui-test-"));
  built = join(root, "dist");
  rebuild(makeContent(join(root, "content")), built);
  browser = await launchBrowser(inject("browser"));
});
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await browser.close();
});

const put = (folder: string, path: string, head: string, body: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `---\n${head}\n---\n\n${body}\n`);
};

/** A site whose articles hold names and phrases inside running text. */
function makeContent(folder = join(temporaryFolder(), "content")): string {
  cpSync(join(projectFolder, "src/testing/sites/basic"), folder, { recursive: true });
  const news = (slug: string, date: string, head: string, body: string) =>
    put(folder, `news/${date.slice(0, 4)}/${slug}.md`, `date: ${date}\n${head}`, body);
  news("a", "2019-03-01", "title: 座谈\nauthor: 康候瑞", "本会理事长欧阳晓明说的，记录在案。");
  news(
    "b",
    "2020-03-01 09:00",
    "title: 走访\nsource: 兴县先锋",
    "他同欧阳\n**晓明**及HTML5小组到2017年旧址。",
  );
  news(
    "c",
    "2020-03-01 10:00",
    "title: 欧阳修读书记",
    "晓明不在其中。<script>alert(1)</script> 见 &amp; 符号。",
  );
  news("d", "2020-05-01", "title: 草稿\ndraft: true", "欧阳晓明的草稿。");
  for (let n = 1; n <= 45; n++) {
    news(
      `n${n}`,
      `20${21 + (n % 3)}-01-${String(1 + (n % 28)).padStart(2, "0")}`,
      `title: 春耕${n}`,
      "谷雨时节，播种。",
    );
  }
  return folder;
}

function buildSite(folder: string, ...args: string[]): string {
  const out = join(temporaryFolder(), "dist");
  rebuild(folder, out, ...args);
  return out;
}

function rebuild(folder: string, out: string, ...args: string[]): void {
  const ended = runScript("build", [
    "--content",
    folder,
    "--out",
    out,
    "--now",
    "2026-01-01",
    ...args,
  ]);
  expect(ended).toMatchObject({ status: 0 });
}

/** Goes to the search page and waits until it has said what it found. */
async function search(page: Page, site: string, asked: Record<string, string>) {
  await page.goto(`${site}/search.html?${new URLSearchParams(asked)}`);
  return found(page);
}

async function found(page: Page) {
  const status = page.getByRole("status");
  await status.filter({ hasText: /[。：]/ }).waitFor();
  const results = page.locator(".search-results li");
  return {
    status: (await status.textContent()) ?? "",
    titles: await results.locator("a").allTextContents(),
    marks: await results.locator("mark").allTextContents(),
  };
}

test("names and phrases are found in running text, exactly", async () => {
  const site = await serveFolder(built);
  const page = await browser.newPage();
  for (const [q, titles] of [
    ["欧阳晓明", ["走访", "座谈"]],
    ["晓明", ["欧阳修读书记", "走访", "座谈"]],
    ["欧阳修", ["欧阳修读书记"]],
    ["说的，记录", ["座谈"]],
    ["明说", ["座谈"]],
    ["晓明及HTML5小", ["走访"]],
    ["html5", ["走访"]],
    ["2017年旧址", ["走访"]],
    ["晓明 旧址", ["走访"]],
    ["“旧址” 理事长", []],
    ["欧阳明", []],
    ["读书记晓明", []],
    ["alert", ["欧阳修读书记"]],
    ["关于我们", ["关于"]],
  ] as const) {
    const { titles: shown, status } = await search(page, site, { q });
    expect([q, shown]).toEqual([q, titles]);
    expect(status).toContain(
      titles.length === 0 ? `没有找到：${q}。` : `找到 ${titles.length} 篇。`,
    );
  }
});

test("an excerpt shows the text as it is, with what is searched for marked", async () => {
  const site = await serveFolder(built);
  const page = await browser.newPage();
  const { marks } = await search(page, site, { q: "欧阳晓明" });
  expect(marks).toEqual(["欧阳晓明", "欧阳晓明"]);
  const paragraphs = page.locator(".search-results li p");
  expect(await paragraphs.allTextContents()).toEqual([
    "他同欧阳晓明及HTML5小组到2017年旧址。",
    "2020-03-01  动态  兴县先锋",
    "本会理事长欧阳晓明说的，记录在案。",
    "2019-03-01  动态  康候瑞",
  ]);
  await search(page, site, { q: "符号" });
  expect(await paragraphs.first().textContent()).toBe(
    "晓明不在其中。<script>alert(1)</script> 见 & 符号。",
  );
});

test("results are filtered by column, year, author and source, and sorted", async () => {
  const site = await serveFolder(built);
  const page = await browser.newPage();
  const titles = async (asked: Record<string, string>) =>
    (await search(page, site, { q: "晓明", ...asked })).titles;
  expect(await titles({ year: "2019" })).toEqual(["座谈"]);
  expect(await titles({ author: "康候瑞" })).toEqual(["座谈"]);
  expect(await titles({ source: "兴县先锋" })).toEqual(["走访"]);
  expect(await titles({ column: "news", year: "2020" })).toEqual(["欧阳修读书记", "走访"]);
  expect(await titles({ column: "notice" })).toEqual([]);
  expect(await titles({ author: "无此人" })).toEqual([]);
  expect((await titles({ sort: "relevance" })).toSorted()).toEqual((await titles({})).toSorted());
  // What a title has stands before what a text has.
  const relevant = await search(page, site, { q: "欧阳", sort: "relevance" });
  expect(relevant.titles[0]).toBe("欧阳修读书记");
});

test("it works from a keyboard, twenty results at a time", async () => {
  const site = await serveFolder(built);
  const page = await browser.newPage();
  await page.goto(`${site}/search.html`);
  await page.locator(".search-form").getByRole("searchbox").focus();
  await page.keyboard.type("播种");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?q=%E6%92%AD%E7%A7%8D$/);
  expect(await found(page)).toMatchObject({ status: "2021年以来找到 45 篇，更早的还没有查。" });
  const results = page.locator(".search-results li a");
  expect(await results.count()).toBe(20);
  const more = page.getByRole("button", { name: "显示更多" });
  await more.focus();
  await page.keyboard.press("Enter");
  await results.nth(39).waitFor();
  expect(await results.nth(20).evaluate("document.activeElement.textContent")).toBe(
    await results.nth(20).textContent(),
  );
  await more.press("Enter");
  await results.nth(44).waitFor();
  expect(await found(page)).toMatchObject({ status: "找到 45 篇。" });
  expect(await more.isHidden()).toBe(true);
  await results.nth(44).press("Enter");
  await page.waitForURL("**/news/2021/*.html");
});

test("it says what is missing: words, an index, a script", async () => {
  const out = buildSite(makeContent());
  const site = await serveFolder(out);
  const page = await browser.newPage();
  expect((await search(page, site, { q: "，" })).status).toBe("请写出要搜索的字。");

  const noScript = await browser.newPage({ javaScriptEnabled: false });
  await noScript.goto(`${site}/search.html?q=晓明`);
  expect(await noScript.locator(".without-script").textContent()).toContain("没有运行");
  expect(await noScript.locator(".without-script").isVisible()).toBe(true);
  expect(await noScript.locator(".search-form").isHidden()).toBe(true);
  const ways = noScript.locator("main .links a");
  expect(await ways.allTextContents()).toEqual(["动态", "公告", "文章归档", "网站地图"]);

  rmSync(join(out, "search/2019/index"), { recursive: true });
  expect((await search(page, site, { q: "晓明" })).status).toContain("这次没有搜索成");
  rmSync(join(out, "search/pagefind.js"));
  expect((await search(page, site, { q: "晓明" })).status).toContain("这次没有搜索成");
});

test("a new article changes the index of its year and no other", () => {
  const folder = makeContent();
  const out = buildSite(folder);
  const before = treeOf(out);
  put(folder, "news/2020/new.md", "date: 2020-08-01\ntitle: 新的", "新来的一篇。");
  rebuild(folder, out);
  const after = treeOf(out);
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...paths].filter((path) => before[path] !== after[path]);
  const ofSearch = changed.filter((path) => path.startsWith("search"));
  expect(ofSearch).not.toEqual([]);
  expect(ofSearch.filter((path) => !path.startsWith("search/2020/"))).toEqual([]);
  expect(after).toEqual(treeOf(buildSite(folder)));

  // What is missing or altered is made again, and what no article is of any more goes.
  rmSync(join(out, ofSearch.find((path) => after[path]) ?? ""));
  writeFileSync(join(out, "search/pagefind.js"), "");
  rebuild(folder, out);
  expect(treeOf(out)).toEqual(after);
  rmSync(join(folder, "news/2019"), { recursive: true });
  rebuild(folder, out);
  expect(Object.keys(treeOf(out)).filter((path) => path.startsWith("search/2019/"))).toEqual([]);
  expect(treeOf(out)).toEqual(treeOf(buildSite(folder)));
});

test("shards have the indexes of the whole site between them", () => {
  const folder = makeContent();
  const shards = [1, 2, 3].map((index) => buildSite(folder, "--shard", `${index}/3`));
  const out = join(temporaryFolder(), "dist");
  expect(runScript("build", ["--merge", ...shards, "--out", out])).toMatchObject({ status: 0 });
  expect(treeOf(out)).toEqual(treeOf(buildSite(folder, "--jobs", "2")));
  const entries = shards.map((shard) =>
    Object.keys(treeOf(shard)).filter((path) => /^search\/.*entry/.test(path)),
  );
  expect(entries.flat().length).toBe(8);
  expect(entries.filter((found) => found.length > 0).length).toBeGreaterThan(1);
});

test("with search: false there is none", () => {
  const folder = makeContent();
  const out = buildSite(folder);
  appendFileSync(join(folder, "site.yaml"), "search: false\n");
  rebuild(folder, out);
  expect(Object.keys(treeOf(out)).filter((path) => /search/.test(path))).toEqual([]);
  expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("search.html");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import configure from "../../.eleventy.ts";
import type { Problem } from "../problems/problem.ts";
import { launchBrowser } from "../testing/browser.ts";
import { copyProject, copySite, temporaryFolder, treeOf } from "../testing/files.ts";
import { pngOf, samplePng } from "../testing/samples.ts";
import { build } from "./build.ts";
import { serve } from "./dev.ts";
import { manifestName } from "./manifest.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());

const now = Date.parse("2026-01-01T00:00:00Z");

async function start(folder: string, port: number) {
  const told: Problem[][] = [];
  let served = "";
  const server = await serve({
    folder,
    port,
    now: () => now,
    configure: (config, prepared) => {
      config.on("eleventy.after", ({ directories }) => {
        served ||= directories.output;
      });
      return configure(config, prepared);
    },
    onBuilt: () => told.push([]),
    onProblems: (problems) => told.push(problems.filter(({ level }) => level === "error")),
    onError: (error) => expect(error).toBeUndefined(),
  });
  onTestFinished(() => server.close());
  const url = server.url.replace(/\/$/, "");
  /** The files in which what is served differs from what a build has made. */
  const differing = (clean: Record<string, string>) => {
    const tree = treeOf(served);
    const paths = new Set([...Object.keys(tree), ...Object.keys(clean)]);
    // A preview has no index, and its search page says so.
    const searching = /^search[./]|^assets\/search\./;
    return [...paths].filter((path) => tree[path] !== clean[path] && !searching.test(path));
  };
  return { told, page: await browser.newPage(), url, differing };
}

/** What a build makes of a content folder. */
async function cleanTree(folder: string) {
  const out = join(temporaryFolder(), "dist");
  await build({ folder, out, now, configure });
  const { [manifestName]: _, ...tree } = treeOf(out);
  return tree;
}

/** Waits until the page, reloaded by the server, holds a text. */
const shows = (page: Page, text: string) =>
  page.waitForFunction(`document.documentElement.textContent.includes(${JSON.stringify(text)})`);

const hides = (page: Page, text: string) =>
  page.waitForFunction(`!document.documentElement.textContent.includes(${JSON.stringify(text)})`);

test("a saved article, a new one, a deleted one and a new picture reach the browser", async () => {
  const folder = copySite("basic");
  const { page, url } = await start(folder, 8181);
  const first = join(folder, "news/2017/0707-first.md");
  const text = readFileSync(first, "utf8");

  await page.goto(`${url}/news/index.html`);
  writeFileSync(first, text.replace("第一篇", "改过的一篇"));
  await shows(page, "改过的一篇");
  writeFileSync(join(folder, "news/2017/0708-new.md"), text.replace("第一篇", "新的一篇"));
  await shows(page, "新的一篇");
  rmSync(join(folder, "news/2017/0708-new.md"));
  await hides(page, "新的一篇");
  const gone = await page.request.get(`${url}/news/2017/0708-new.html`);
  expect(gone.status()).toBe(404);

  await page.goto(`${url}/news/2017/0707-first.html`);
  copyFileSync(join(folder, "news/2017/map.png"), join(folder, "news/2017/new.png"));
  writeFileSync(first, text.replace("map.png", "new.png"));
  await page.waitForFunction("document.querySelector('img[src$=\"new.png\"]')?.naturalWidth > 0");
});

test("a picture is published anew when it is replaced, also by an older one of the same size", async () => {
  const folder = copySite("basic");
  const map = join(folder, "news/2017/map.png");
  const { page, url } = await start(folder, 8186);
  const fetched = async () => (await page.request.get(`${url}/news/2017/map.png`)).body();
  expect(await fetched()).toEqual(samplePng);

  const other = pngOf(3, 3);
  const older = join(temporaryFolder(), "map.png");
  writeFileSync(older, other);
  utimesSync(older, new Date(0), new Date(0));
  rmSync(map);
  renameSync(older, map);
  await expect.poll(fetched, { timeout: 20_000 }).toEqual(other);
});

test("a page that is loaded anew asks again for what may have changed, and for nothing else", async () => {
  const { page, url } = await start(copySite("basic"), 8206);
  await page.goto(`${url}/news/2017/0707-first.html`, { waitUntil: "networkidle" });
  await page.reload({ waitUntil: "networkidle" });
  const loaded: { name: string; transferSize: number }[] = await page.evaluate(
    "performance.getEntriesByType('resource').map((one) => one.toJSON())",
  );
  const paths = (isAsked: boolean) =>
    loaded
      .filter(({ transferSize }) => transferSize > 0 === isAsked)
      .map(({ name }) => new URL(name).pathname.replace(/\.[0-9a-f]{10}\./, "."))
      .sort();
  expect(paths(true)).toContain("/news/2017/map.png");
  expect(paths(false)).toEqual(["/assets/site.css", "/assets/site.js", "/assets/speech.js"]);
});

test("a problem is shown instead of the page until it is mended", async () => {
  const folder = copySite("basic");
  const { page, url, told } = await start(folder, 8191);
  const first = join(folder, "news/2017/0707-first.md");
  const text = readFileSync(first, "utf8");

  await page.goto(`${url}/news/2017/0707-first.html`);
  writeFileSync(first, text.replace("2017-07-07", "2017-02-30"));
  await shows(page, "文章里有需要改正的地方");
  expect(await page.locator("main").textContent()).toContain("news/2017/0707-first.md:3:7");
  expect(told.at(-1)).toMatchObject([{ line: 3, column: 7, code: "date-calendar" }]);
  writeFileSync(first, text);
  await shows(page, "正文第一段");
  expect(told.at(-1)).toEqual([]);
});

test("after any save what is served is what a build makes, byte for byte", async () => {
  const folder = copySite("basic");
  const { differing, told } = await start(folder, 8221);
  const path = (name: string) => join(folder, name);
  const first = path("news/2017/0707-first.md");
  const change = (file: string, from: string, to: string) =>
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  const article = (title: string) => `---\ntitle: ${title}\ndate: 2018-06-01\n---\n\n正文。\n`;
  const saves: Record<string, () => void> = {
    "a title": () => change(first, "第一篇", "改过的一篇"),
    "a text": () => change(first, "正文第一段", "改过的第一段"),
    "a new article": () => writeFileSync(path("news/2018/new.md"), article("新的")),
    "several at once": () => {
      for (let number = 0; number < 60; number++) {
        writeFileSync(path(`notice/2018/n${number}.md`), article(`第${number}号`));
      }
    },
    "another name": () => renameSync(path("news/2018/new.md"), path("news/2018/other.md")),
    "a draft": () => change(path("news/2018/other.md"), "---\n", "---\ndraft: true\n"),
    "the title of the site": () => change(path("site.yaml"), "测试基金会", "另一个基金会"),
    "a page size": () => change(path("site.yaml"), "columns:", "pageSize: 6\ncolumns:"),
    "a picture": () => writeFileSync(path("news/2017/map.png"), pngOf(3, 3)),
    "one gone": () => rmSync(path("notice/2018/n7.md")),
    "a date": () => change(path("notice/2018/n8.md"), "2018-06-01", "2016-06-01"),
    "as an editor saves that writes beside the file": () => {
      writeFileSync(path("news/2017/.first.swp"), article("换过的"));
      renameSync(path("news/2017/.first.swp"), path("notice/2018/n9.md"));
    },
    "a former address": () =>
      change(path("notice/2018/n10.md"), "---\n", "---\naliases: [/old/10.html]\n"),
    "no former address": () => change(path("notice/2018/n10.md"), "aliases: [/old/10.html]\n", ""),
    "a fault": () => change(first, "2017-07-07", "2017-02-30"),
    "the fault mended, and more": () => change(first, "2017-02-30", "2017-03-30"),
    "a folder gone": () => rmSync(path("notice/2018"), { recursive: true }),
  };
  for (const [name, save] of Object.entries(saves)) {
    save();
    if (name === "a fault") {
      await expect.poll(() => told.at(-1)?.length, { timeout: 20_000 }).toBe(1);
      continue;
    }
    const clean = await cleanTree(folder);
    await expect.poll(() => differing(clean), { message: name, timeout: 20_000 }).toEqual([]);
  }
});

test("a page that is built anew while a browser loads it is shown as it is then", async () => {
  const folder = copySite("basic");
  const first = join(folder, "news/2017/0707-first.md");
  const { page, url, told } = await start(folder, 8236);
  const builds = told.length;
  // Only once this script runs is the browser told of builds.
  await page.route("**/reload-client.js*", async (route) => {
    await vi.waitUntil(() => told.length > builds, { timeout: 20_000 });
    await setTimeout(500);
    await route.continue();
  });
  await page.goto(`${url}/news/2017/0707-first.html`, { waitUntil: "commit" });
  writeFileSync(first, readFileSync(first, "utf8").replace("第一篇", "改过的一篇"));
  await shows(page, "改过的一篇");
});

test("a page that is still to be made is waited for", async () => {
  const folder = copySite("basic");
  const article = (title: string, date: string) =>
    `---\ntitle: ${title}\ndate: ${date}\n---\n\n正文。\n`;
  for (let number = 0; number < 500; number++) {
    writeFileSync(
      join(folder, `notice/2018/n${number}.md`),
      article(`第${number}号`, "2018-06-01"),
    );
  }
  const { page, url, told, differing } = await start(folder, 8226);
  const clean = await cleanTree(folder);
  const fetched = async (path: string) => (await page.request.get(`${url}${path}`)).text();
  expect(await fetched("/notice/2018/n499.html")).toContain("第499号");
  expect(await fetched("/search.html")).toContain("预览里没有搜索");
  await expect.poll(() => differing(clean), { timeout: 20_000 }).toEqual([]);

  // The latest stand beside every article.
  const builds = told.length;
  writeFileSync(join(folder, "news/2018/new.md"), article("最新的一篇", "2018-07-01"));
  await vi.waitUntil(() => told.length > builds, { timeout: 20_000, interval: 5 });
  // Nobody has asked for this one yet, and it comes last.
  expect(await fetched("/notice/2018/n99.html")).toContain("最新的一篇");
});

test("what is no address of the site is refused, and the server goes on", async () => {
  const { url } = await start(copySite("basic"), 8196);
  const ask = (path: string, headers = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(url);
      get({ hostname, port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on("error", reject);
    });
  for (const path of [
    "/%",
    "/%E5",
    "/..%2f..%2fetc/passwd",
    "/../a.html",
    "//a",
    "/a%00b",
    "/..%5ca",
  ]) {
    expect([path, await ask(path)]).toEqual([path, 400]);
  }
  expect(await ask("/index.html", { host: "evil.example" })).toBe(403);
  expect(await ask("/index.html?%")).toBe(200);
});

test("what a link leads to is not watched", async () => {
  const folder = copySite("basic");
  const outside = temporaryFolder();
  symlinkSync(outside, join(folder, "news/2017/elsewhere"));
  const { told } = await start(folder, 8197);
  await setTimeout(1000);
  const builds = told.length;
  writeFileSync(join(outside, "secret.md"), "1");
  await setTimeout(1000);
  expect(told.length).toBe(builds);
});

test("a site that has problems from the start is served once they are mended", async () => {
  const folder = copySite("basic");
  const site = join(folder, "site.yaml");
  const text = readFileSync(site, "utf8");
  writeFileSync(site, text.replace("title: 测试基金会", ""));
  const { page, url } = await start(folder, 8201);
  await page.goto(`${url}/index.html`);
  await shows(page, "缺少“title”");
  writeFileSync(site, text);
  await shows(page, "第三篇");
});

test("a saved layout and a saved style sheet reach the browser", async () => {
  const project = copyProject();
  const args = ["scripts/start.js", "dev", "--content", copySite("basic"), "--port", "8211"];
  const child = spawn(process.execPath, args, { cwd: project });
  // It writes into the project until it ends.
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGINT");
    await ended;
  });
  let said = "";
  const says = (text: RegExp) =>
    vi.waitUntil(() => text.exec(said)?.[0], { timeout: 20_000, interval: 50 });
  child.stdout.on("data", (data) => {
    said += data;
  });
  const page = await browser.newPage();
  await page.goto(`${await says(/http:\/\/localhost:\d+/)}/index.html`);
  const change = (path: string, from: string, to: string) => {
    const text = readFileSync(join(project, path), "utf8");
    writeFileSync(join(project, path), text.replace(from, to));
  };
  change("layouts/home.tsx", "{texts.latest}", "刚改过的{texts.latest}");
  await shows(page, "刚改过的最新文章");
  change("layouts/styles/tokens.css", "#fffdf9", "#00ff00");
  await page.waitForFunction(
    "getComputedStyle(document.body).backgroundColor === 'rgb(0, 255, 0)'",
  );

  // A fault in a layout is told, and the server goes on.
  change("layouts/home.tsx", "{texts.latest}", "{(texts.latest as never as () => void)()}");
  await says(/程序自己出了错。[\s\S]*TypeError: texts\.latest is not a function\n {4}at /);
  expect(said).not.toContain("保持原样");
  change("layouts/home.tsx", "{(texts.latest as never as () => void)()}", "又好了{texts.latest}");
  await shows(page, "又好了最新文章");
});

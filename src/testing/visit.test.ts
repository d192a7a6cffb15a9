import { appendFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { copySite, runScript } from "./files.ts";
import { serveFolder } from "./serve.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());

async function visit(settings = "") {
  const folder = copySite("basic");
  appendFileSync(join(folder, "site.yaml"), settings);
  const out = join(dirname(folder), "dist");
  runScript("build", ["--content", folder, "--out", out, "--now", "2026-01-01"]);
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  return { page, site: await serveFolder(out) };
}

test("a visitor follows the newest entry of the home page to its article", async () => {
  const { page, site } = await visit();
  await page.goto(`${site}/index.html`);
  const entry = page.locator(".latest .entries li").first();
  expect(await entry.textContent()).toBe("第三篇(02月01日)");
  await entry.getByRole("link").click();
  await page.waitForURL("**/notice/2018/0201-third.html");

  expect(await page.locator("h1").textContent()).toBe("第三篇");
  const head = "发布日期:2018-02-01 09:00 来源:测试网 (来源网页) 作者:甲乙 戊己";
  expect(await page.locator("article .byline").textContent()).toBe(head);
  expect(await page.locator("article .body").textContent()).toContain("最新的一篇。");
  expect(await page.locator("article .body h2").allTextContents()).toEqual(["第一节"]);
  expect(await page.locator("article > footer").textContent()).toBe("本站编辑:丙丁");

  const footer = page.getByRole("contentinfo");
  expect(await footer.textContent()).toContain("主办:测试基金会");
  const icp = footer.getByRole("link", { name: "测ICP备00000001号-1" });
  expect(await icp.getAttribute("href")).toBe("https://beian.miit.gov.cn/");
});

test("every page fits a narrow screen, and every picture and style sheet is there", async () => {
  const { page, site } = await visit();
  const failures: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() !== 200 && pathname !== "/favicon.ico") failures.push(pathname);
  });
  const paths = ["index", "news/index", "news/2017/0707-first", "archive/index", "sitemap", "404"];
  for (const path of paths) {
    await page.goto(`${site}/${path}.html`, { waitUntil: "networkidle" });
    const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect([path, await page.evaluate(overflow)]).toEqual([path, 0]);
  }
  expect(failures).toEqual([]);
});

test("a former address leads to where the article is now", async () => {
  const { page, site } = await visit();
  await page.goto(`${site}/old/3.html`);
  await page.waitForURL("**/notice/2018/0201-third.html");
  expect(await page.locator("h1").textContent()).toBe("第三篇");
});

test("a feed opened in a browser says what it is, shows titles and leads to the page", async () => {
  const { page, site } = await visit();
  for (const path of ["news/feed.xml", "news/rss.xml"]) {
    await page.goto(`${site}/${path}`, { waitUntil: "networkidle" });
    const shown = await page.locator("entry > *:visible, item > *:visible").allTextContents();
    expect(shown).toEqual(["第二篇", "第一篇"]);
    expect(await page.getByText("这是供订阅用的文件").isVisible()).toBe(true);
    const link = page.getByText("打开网页");
    expect(await link.isVisible()).toBe(true);
    expect(await link.evaluate((a) => (a as unknown as { href: string }).href)).toMatch(
      /\/news\/index\.html$/,
    );
  }
});

test("a visitor goes from an article to the list of its author, and on to all authors", async () => {
  const { page, site } = await visit();
  await page.goto(`${site}/notice/2018/0201-third.html`);
  await page.getByRole("link", { name: "甲乙" }).click();
  await page.waitForURL("**/authors/*.html");
  expect(await page.locator("h1").textContent()).toBe("作者:甲乙");
  expect(await page.locator(".entries a").allTextContents()).toContain("第三篇");
  await page.locator(".breadcrumb").getByRole("link", { name: "作者" }).click();
  await page.waitForURL("**/authors/index.html");
  expect(await page.locator(".names a").allTextContents()).toEqual(["戊己", "甲乙"]);
});

test("the latest articles are loaded by script, and without it a link leads to them", async () => {
  const { page, site } = await visit("latest: fragment\n");
  const path = "news/2017/0707-first.html";
  const latest = ["第三篇(02月01日)", "第二篇(01月01日)", "第一篇(07月07日)"];
  await page.goto(`${site}/${path}`, { waitUntil: "networkidle" });
  expect(await page.locator("aside .entries li").allTextContents()).toEqual(latest);
  expect(await page.locator("aside p").count()).toBe(0);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site}/${path}`, { waitUntil: "networkidle" });
  expect(await plain.locator("aside .entries").count()).toBe(0);
  await plain.locator("aside a").click();
  await plain.waitForURL("**/index.html#latest");
  expect(await plain.locator("#latest .entries li").allTextContents()).toEqual(latest);
});

test("where the latest articles cannot be loaded, the link to them stays", async () => {
  const { page, site } = await visit("latest: fragment\n");
  const faults: unknown[] = [];
  page.on("pageerror", (fault) => faults.push(fault));
  for (const answer of [404, 500, "no connection"] as const) {
    const asked = page.waitForRequest("**/archive/latest.html");
    await page.route("**/archive/latest.html", (route) =>
      typeof answer === "number" ? route.fulfill({ status: answer, body: "<p>x" }) : route.abort(),
    );
    await page.goto(`${site}/news/2017/0707-first.html`, { waitUntil: "networkidle" });
    await asked;
    expect(await page.locator("aside a").allTextContents()).toEqual(["到首页查看最新文章"]);
    await page.unrouteAll();
  }
  expect(faults).toEqual([]);
});

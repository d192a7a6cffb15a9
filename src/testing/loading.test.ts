import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import configure from "../../.eleventy.ts";
import { build } from "../build/build.ts";
import { launchBrowser } from "./browser.ts";
import { temporaryFolder } from "./files.ts";
import { tellingPicture } from "./pictures.ts";
import { serveFolder } from "./serve.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());

const settings = `title: 晋绥
url: https://example.org
columns: [{ id: news, title: 动态 }]
`;
const article = `---
title: 甲
date: 2017-07-07
---
前文。

![春耕](a.jpg)

后文[年报](a.pdf)。

![甲](b.jpg)
![乙](c.png)

![录音](a.mp3)

![丙](c.png)

又一段。

![片](a.mp4)

末段。
`;

/** A film that has a head without a size and no pictures: as much as a page may know of it. */
const film = Buffer.from("\0\0\0\x14ftypmp42\0\0\0\0mp42\0\0\0\x08mdat", "latin1");
const sound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(2000)]);

async function makeSite(): Promise<string> {
  const root = temporaryFolder();
  const folder = join(root, "content");
  const files = {
    "a.md": article,
    "a.jpg": await tellingPicture(6, 1800, 1700).jpeg().toBuffer(),
    "b.jpg": await tellingPicture(1, 1000, 600).jpeg().toBuffer(),
    "c.png": await tellingPicture(1, 96, 64).png().toBuffer(),
    "a.pdf": "%PDF-1.4\n",
    "a.mp3": sound,
    "a.mp4": film,
  };
  mkdirSync(join(folder, "news/2017"), { recursive: true });
  writeFileSync(join(folder, "site.yaml"), settings);
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, "news/2017", name), bytes);
  }
  const out = join(root, "dist");
  const { problems } = await build({ folder, out, now: Date.UTC(2018, 0, 1), configure, jobs: 2 });
  expect(problems).toEqual([]);
  return serveFolder(out);
}

/** What a script in the page measures: what a layout shift adds up to, also one that is small. */
const observe = `
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
`;

test("nothing shifts while a page loads, and each picture is had in the size and format that suits", async () => {
  const site = await makeSite();
  const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 };
  const sharp = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2.5 };
  const desk = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };
  const chosen: string[][] = [];
  for (const screen of [phone, sharp, desk]) {
    const page = await browser.newPage(screen);
    // Pictures come late, when all else stands.
    await page.route(/\.(?:jpg|png|webp|avif|mp4|mp3)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.addInitScript(observe);
    await page.goto(`${site}/news/2017/a.html`, { waitUntil: "networkidle" });
    // As a visitor does who reads to the end.
    for (let step = 0; step < 12; step++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(100);
    }
    await page.waitForFunction("[...document.images].every((image) => image.complete)");
    const shown = (await page.evaluate(
      "[...document.images].map((image) => [image.naturalWidth, image.currentSrc, image.width])",
    )) as [number, string, number][];
    expect(shown.every(([natural]) => natural > 0)).toBe(true);
    chosen.push(shown.slice(0, 2).map(([, source]) => source.replace(/^.*\/|\.[0-9a-f]{12}/g, "")));
    expect([screen, await page.evaluate("window.shifts")]).toEqual([screen, 0]);
    const width = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await page.evaluate(width)).toBe(0);
    await page.close();
  }
  expect(chosen).toEqual([
    ["a-480.avif", "b-480.avif"],
    ["a-960.avif", "b-1000.avif"],
    ["a-960.avif", "b-480.avif"],
  ]);
}, 120_000);

test("a picture of a gallery leads to itself, and an attachment tells what it is", async () => {
  const site = await makeSite();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site}/news/2017/a.html`);
  const boxes = await Promise.all(
    [0, 1].map((at) => page.locator(".gallery figure").nth(at).boundingBox()),
  );
  // Beside each other.
  expect(boxes[0]?.y).toBe(boxes[1]?.y);
  expect(await page.getByRole("link", { name: "年报（PDF，0.1 KB）" }).count()).toBe(1);
  await page.locator(".gallery a").first().click();
  await page.waitForURL("**/news/2017/b.jpg");
}, 60_000);

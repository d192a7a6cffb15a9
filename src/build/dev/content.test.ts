import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import configure from "../../../.eleventy.ts";
import { hashOf } from "../../content/hash.ts";
import { copySite, temporaryFolder } from "../../testing/files.ts";
import { build } from "../build.ts";
import { lock } from "../lock.ts";
import { realPathOf } from "../real-path.ts";
import { LiveContent } from "./content.ts";

const now = Date.parse("2026-01-01T00:00:00Z");
const first = "news/2017/0707-first.md";

function open(folder: string, caches?: string) {
  const onProgress = vi.fn();
  const own = join(temporaryFolder(), "own");
  const content = new LiveContent({ folder, now: () => now, own, caches, onProgress });
  onTestFinished(() => content.close());
  return { content, onProgress };
}

const change = (folder: string, path: string, from: string, to: string) => {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
};

/** Files that were just written are looked at once more. */
const settle = () => setTimeout(100);

async function titles(content: LiveContent) {
  const { loaded } = await content.read();
  return loaded.site?.articles.map(({ title }) => title);
}

test("what was touched is read, and nothing else is looked at", async () => {
  const folder = copySite("basic");
  const { content } = open(folder);
  expect(await titles(content)).toContain("第一篇");
  change(folder, first, "第一篇", "改过的一篇");
  change(folder, "news/2018/0101-second.md", "第二篇", "没有说的一篇");
  content.touch(first);
  const changed = await titles(content);
  expect(changed).toContain("改过的一篇");
  expect(changed).not.toContain("没有说的一篇");
});

test("a picture that an article shows is there before it is told of", async () => {
  const folder = copySite("basic");
  const { content } = open(folder);
  await content.read();
  copyFileSync(join(folder, "news/2017/map.png"), join(folder, "news/2017/new.png"));
  change(folder, first, "map.png", "new.png");
  content.touch(first);
  expect((await content.read()).loaded.site?.assets).toContain("news/2017/new.png");
});

test("what nobody has told of is found by a look at the folder, and only once", async () => {
  const folder = copySite("basic");
  await settle();
  const { content } = open(folder);
  await content.read();
  await settle();
  expect(await content.findUntold()).toBeUndefined();

  change(folder, first, "第一篇", "改过的一篇");
  await settle();
  expect(await content.findUntold()).toBe(first);
  expect(await titles(content)).toContain("改过的一篇");
  expect(await content.findUntold()).toBeUndefined();

  writeFileSync(
    join(folder, "news/2018/new.md"),
    "---\ntitle: 新的\ndate: 2018-01-02\n---\n正文\n",
  );
  expect(await content.findUntold()).toBeDefined();
  expect(await titles(content)).toContain("新的");
  rmSync(join(folder, "news/2018/new.md"));
  expect(await content.findUntold()).toBeDefined();
  expect(await titles(content)).not.toContain("新的");
  change(folder, "site.yaml", "测试基金会", "另一个基金会");
  expect(await content.findUntold()).toBe("site.yaml");
  expect((await content.read()).loaded.site?.settings.title).toBe("另一个基金会");
  expect(await content.findUntold()).toBeUndefined();
});

test("a file that was written again while it was new is found", async () => {
  const folder = copySite("basic");
  const { content } = open(folder);
  await content.read();
  change(folder, first, "第一篇", "第二稿");
  content.touch(first);
  await content.read();
  change(folder, first, "第二稿", "第三稿");
  await settle();
  expect(await content.findUntold()).toBe(first);
});

test("another time zone is that of all articles, though none of them was written", async () => {
  const folder = copySite("basic");
  const { content } = open(folder);
  await content.read();
  change(folder, "site.yaml", "columns:", "timeZone: Europe/London\ncolumns:");
  content.touch("site.yaml");
  const { loaded } = await content.read();
  expect(loaded.site?.articles.map(({ date }) => date.iso).join()).not.toContain("+08:00");
});

test("what a build has read is not read again, nor what was read here by a build", async () => {
  const folder = copySite("basic");
  const caches = temporaryFolder();
  await settle();
  const { content, onProgress } = open(folder, caches);
  await content.read();
  expect(onProgress).toHaveBeenCalled();

  const reading = vi.fn();
  const options = { folder, now, configure, caches, out: join(temporaryFolder(), "dist") };
  const { built } = await build({ ...options, onProgress: (stage) => reading(stage) });
  expect(built).toBeDefined();
  expect(reading).not.toHaveBeenCalledWith("reading");

  const next = open(folder, caches);
  expect(await titles(next.content)).toContain("第一篇");
  expect(next.onProgress).not.toHaveBeenCalled();
  // Bodies are its own: builds may throw away theirs.
  rmSync(caches, { recursive: true });
  const { loaded } = await next.content.read();
  const [article] = loaded.site?.articles ?? [];
  expect(loaded.site?.bodies.get(article?.body ?? "")).toContain("<p>");
});

test("while a build is at work on what is known, the content is read without", async () => {
  const folder = copySite("basic");
  const caches = temporaryFolder();
  const options = { folder, now, configure, caches, out: join(temporaryFolder(), "dist") };
  await settle();
  await build(options);
  const unlock = await lock(join(caches, hashOf(realPathOf(folder))));
  onTestFinished(unlock);
  const { content, onProgress } = open(folder, caches);
  expect(await titles(content)).toContain("第一篇");
  expect(onProgress).toHaveBeenCalled();
});

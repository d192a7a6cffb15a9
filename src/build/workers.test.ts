import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { Packs } from "../cache/packs.ts";
import { temporaryFolder } from "../testing/files.ts";
import { Workers } from "./workers.ts";

const settings = { lang: "zh-Hans", timeZone: "Asia/Shanghai", levels: undefined } as const;
const path = "news/2017/a.md";
const unread = { path, kind: "article", state: "s", known: undefined } as const;

test.each([
  ["lies in the cache", true],
  ["has no room there", false],
])("what another thread reads is here as well, where its body %s", async (_, hasRoom) => {
  const folder = temporaryFolder();
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), "---\ntitle: 兴县见闻\ndate: 2017-07-07\n---\n正文。\n");
  const cache = join(folder, "cache");
  if (hasRoom) mkdirSync(cache);
  const packs = new Packs(cache);
  const workers = new Workers(1, cache, packs);
  const [read] = await workers.read(folder, [unread], settings);
  expect(JSON.parse(read?.finding ?? "")).toEqual({
    document: expect.objectContaining({ title: "兴县见闻" }),
  });
  const [body = "", details = ""] = read?.texts ?? [];
  expect(packs.get(body)).toBe("<p>正文。</p>\n");
  expect(JSON.parse(packs.get(details))).toMatchObject({ excerpt: "正文。" });
  expect(packs.locationOf(body) !== undefined).toBe(hasRoom);
  // A file whose bytes are known is not parsed, and what is known of it stays here.
  const known = { state: "", hash: read?.hash ?? "", value: {}, texts: [] };
  const [again] = await workers.read(folder, [{ ...unread, known }], settings);
  expect(again).toEqual({ path, state: "s", hash: known.hash, texts: [], lasting: true });
  packs.close();
  await workers.close();
});

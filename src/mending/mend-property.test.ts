import { isUtf8 } from "node:buffer";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { mendFolder } from "./mend.ts";

/** Articles that are spoilt as editors spoil them, and at random. */
const settings = "title: 晋绥\nurl: https://example.org\ncolumns: [{ id: news, title: 动态 }]\n";
const article = `---
title: 兴县见闻
date: 2017-07-07 10:34
source: 兴县先锋
author: [张三, 李四]
pinned: true
tags: [兴县, 历史]
---

七月，我们到了兴县，看到了新修的路和学校。

## 小标题

村里的老人说起当年的事：路通了，料才运得上来。
`;

const utf8 = (text: string) => Buffer.from(text);

/** 走访兴县…, in GBK. */
const gbk =
  "d7dfb7c3d0cbcfd8a3acbfb4b5bdc1cbd0c2d0deb5c4c2b7bacdd1a7d0a3a3acb4e5c0efb5c4c0cfc8cbcbb5c6f0b5b1c4eab5c4cac2a1a3";

/** What an editor, an input method or a program does to a line, and what mends it without doubt. */
const slips: readonly [from: RegExp, to: string][] = [
  [/title: /, "title："],
  [/title: /, "标题: "],
  [/source: /, "source："],
  [/author: /, "author:"],
  [/tags: /, "tags : "],
  [/2017-07-07/, "2017/7/7"],
  [/2017-07-07/, "2017.07.07"],
  [/2017-07-07/, "２０１７-07-07"],
  [/2017-07-07 10:34/, "2017年7月7日10:34"],
  [/pinned: true/, "pinned: 是"],
  [/pinned: true/, "pinned: Yes"],
  [/^---/, "－－－"],
  [/^---/, "----"],
  [/\n---\n\n/, "\n—————\n\n"],
  [/## 小/, "##小"],
  [/## 小/, "＃＃小"],
  [/兴县见闻/, "兴\u200B县见闻\uFEFF"],
  [/老人/, "老\u00AD人"],
];

const folder = () => {
  const made = temporaryFolder();
  mkdirSync(join(made, "news/2017"), { recursive: true });
  writeFileSync(join(made, "site.yaml"), settings);
  return made;
};

/** The bytes of an article once it is mended; nothing may be left beside it. */
function mend(made: string, bytes: Buffer): Buffer {
  const file = join(made, "news/2017/a.md");
  writeFileSync(file, bytes);
  const before = statSync(file, { bigint: true });
  const mended = mendFolder(made);
  const now = readFileSync(file);
  expect(readdirSync(join(made, "news/2017"))).toEqual(["a.md"]);
  expect(mended.length > 0).toBe(!now.equals(bytes));
  // What is not mended is not even written with the same bytes.
  const { ino, mtimeNs } = statSync(file, { bigint: true });
  if (mended.length === 0)
    expect({ ino, mtimeNs }).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
  return now;
}

test("whatever slips come together, the article is as it was before them", () => {
  const made = folder();
  const chosen = fc.subarray([...slips.keys()]);
  fc.assert(
    fc.property(chosen, fc.constantFrom("\n", "\r\n"), fc.boolean(), (indexes, end, mark) => {
      const before = `${mark ? "\uFEFF" : ""}${article.replaceAll("\n", end)}`;
      let spoilt = article;
      for (const index of indexes) {
        const [from, to] = slips[index] ?? [/^/, ""];
        spoilt = spoilt.replace(from, to);
      }
      spoilt = `${mark ? "\uFEFF" : ""}${spoilt.replaceAll("\n", end)}`;
      expect(mend(made, Buffer.from(spoilt)).toString("utf8")).toBe(before);
    }),
    { seed: 1, numRuns: 100 },
  );
});

/** A line without what mending may add to it or take away. */
const core = (line: string) => line.replace(/[\s:：\u200B\uFEFF\u00AD]/g, "");

const trailing = (line: string) => /[ \t]*$/.exec(line)?.[0];

/** A line that holds nothing of what is ever mended. */
const isSound = (line: string) =>
  !/[：#＃\t\u200B\uFEFF\u00AD\d]|[-－—]{2}|: *是|^[\p{L} ]+ ?:/u.test(line);

test("whatever a file holds, mending it again changes nothing, and every other byte stays", () => {
  const made = folder();
  const noise = fc.constantFrom(
    ..."：:-－—#＃\t \n\r\"'[]{}&*!|>",
    "\u200B",
    "\uFEFF",
    "是",
    "2017/1/2",
    "---\n",
    "title：",
  );
  const edit = fc.record({ at: fc.nat(article.length), remove: fc.nat(3), insert: noise });
  const endsOf = (text: string) => text.match(/\r\n?|\n/g);
  const linesOf = (text: string) => text.split(/\r\n?|\n/);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      let spoilt = article;
      for (const { at, remove, insert } of edits) {
        spoilt = spoilt.slice(0, at) + insert + spoilt.slice(at + remove);
      }
      const once = mend(made, Buffer.from(spoilt));
      expect(mend(made, once).equals(once)).toBe(true);
      const mended = once.toString("utf8");
      expect(endsOf(mended)).toEqual(endsOf(spoilt));
      for (const [index, line] of linesOf(mended).entries()) {
        const before = linesOf(spoilt)[index] ?? "";
        if (isSound(before)) expect(line).toBe(before);
        // Spaces behind a line stay as well, but behind what is a delimiter now.
        else if (line !== "---") expect(trailing(line)).toBe(trailing(before));
        if (/^[^\d＃－—]*$/.test(before) && line !== "---") expect(core(line)).toBe(core(before));
      }
    }),
    { seed: 2, numRuns: 200 },
  );
});

test("whatever bytes a file holds, what is mended is what was written, and is mended once", () => {
  const made = folder();
  const chunk = fc.oneof(
    fc.constantFrom(
      ...["---\n", "title：甲\n", "date: 2017/7/7\n", "\n##题\n", "走访兴县", "\u200B"].map(utf8),
    ),
    fc
      .constantFrom("d7dfb7c3", "d0cbcfd8a3ac", "aaa1", "80", "a3a0", "8130c836")
      .map((hex) => Buffer.from(hex, "hex")),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  );
  const start = Buffer.concat([
    utf8("---\ntitle: A\ndate: 2017/7/7\n---\n"),
    Buffer.from(gbk.repeat(6), "hex"),
  ]);
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 6 }), fc.boolean(), (chunks, inGbk) => {
      const before = Buffer.concat([...(inGbk ? [start] : []), ...chunks]);
      const once = mend(made, before);
      expect(mend(made, once).equals(once)).toBe(true);
      if (once.equals(before)) return;
      expect(isUtf8(once)).toBe(true);
      // No character comes that was not there, but those that mending writes.
      const source = isUtf8(before)
        ? before.toString("utf8")
        : new TextDecoder("gb18030").decode(before);
      const known = new Set([...source, ..."-: #0"]);
      expect([...once.toString("utf8")].filter((character) => !known.has(character))).toEqual([]);
    }),
    { seed: 3, numRuns: 150 },
  );
});

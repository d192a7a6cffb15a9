import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

function mend(made: string, bytes: Buffer): Buffer {
  const file = join(made, "news/2017/a.md");
  writeFileSync(file, bytes);
  mendFolder(made);
  return readFileSync(file);
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

test("whatever a file holds, mending it again changes nothing, and no line is lost", () => {
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
  const lineCount = (text: string) => text.split(/\r\n?|\n/).length;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      let spoilt = article;
      for (const { at, remove, insert } of edits) {
        spoilt = spoilt.slice(0, at) + insert + spoilt.slice(at + remove);
      }
      const once = mend(made, Buffer.from(spoilt));
      expect(mend(made, once).equals(once)).toBe(true);
      expect(lineCount(once.toString("utf8"))).toBe(lineCount(spoilt));
    }),
    { seed: 2, numRuns: 300 },
  );
});

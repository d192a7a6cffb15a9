import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const render = createMarkdown(catalogue("zh-Hans").page);
const told = (source: string) => {
  const codes: string[] = [];
  render(source, { file: "news/2017/a.md", line: 5 }, ({ line, code, params }) =>
    codes.push(`${line} ${code} ${Object.values(params)}`),
  );
  return codes;
};

test.each([
  [
    "a space in a file name",
    "甲\n\n![图](照片 一.png)",
    "7 link-leftover ![图](照片 一.png),space,![图](照片 一.png)",
  ],
  [
    "Chinese quotation marks",
    "![图](a.png “图注”)",
    '5 link-leftover ![图](a.png “图注”),width,![图](a.png "图注")',
  ],
  ["Chinese brackets", "![图]（a.png）", "5 link-leftover ![图]（a.png）,width,![图](a.png)"],
  ["a Chinese bracket at the end", "[x](https://www.gov.cn）", "5 link-leftover [x](,other,[x]("],
  [
    "a space before the bracket",
    "[附件] (b.docx)",
    "5 link-leftover [附件] (b.docx),gap,[附件](b.docx)",
  ],
  [
    "a Chinese exclamation mark before an image",
    "甲！[图](a.png)",
    "5 link-leftover ！[图](a.png),width,![图](a.png)",
  ],
  ["a Chinese exclamation mark", "！[图]", "5 link-leftover ！[图],other,![图]"],
  ["a footnote without a note", "甲[^1]乙", "5 link-leftover [^1],note,[^1]"],
  ["one in a line with a Chinese colon", "甲乙丙丁：[^1]", "5 link-leftover [^1],note,[^1]"],
  ["a footnote in Chinese brackets", "甲【^1】乙", "5 link-leftover 【^1】,note-width,[^1]"],
  ["a footnote in full-width brackets", "甲［^1］乙", "5 link-leftover ［^1］,note-width,[^1]"],
  ["a footnote with a full-width sign", "甲[＾1]乙", "5 link-leftover [＾1],note-width,[^1]"],
  ["a note in Chinese brackets", "甲\n\n【^1】：注", "7 link-leftover 【^1】：,note-width,[^1]:"],
  ["a note with a Chinese colon", "甲\n\n[^1]：注", "7 link-leftover [^1]：,note-width,[^1]:"],
])("%s is told", (_, source, expected) => {
  expect(told(source)).toContain(expected);
});

test.each([
  "[甲] 乙",
  "《甲》（乙）",
  "\\[甲](乙)",
  "`[甲] (乙)`",
  "甲[1]乙（丙）",
  "甲【1】乙［注］",
  "甲【\\^1】乙",
  "[甲](b.md)[乙](c.md)",
  "好！[乙](c.md)",
])("%s is as it should be", (source) => {
  expect(told(source)).toEqual([]);
});

import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const render = createMarkdown(catalogue("zh-Hans").page);
const told = (source: string) => {
  const codes: string[] = [];
  render(source, { file: "news/2017/a.md", line: 5 }, ({ line, code, params }) => {
    const { text, cause, right } = params;
    codes.push(`${line} ${code} ${[text, cause, right]}`);
  });
  return codes;
};
const paramsOf = (source: string) => {
  const found: Record<string, unknown>[] = [];
  render(source, { file: "news/2017/a.md", line: 5 }, ({ params }) => found.push(params));
  return found;
};

test.each([
  [
    "a space in a file name",
    "甲\n\n![图](照片 一.png)",
    "7 link-leftover ![图](照片 一.png),space,![图](照片一.png)",
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
  ["![图](照片 一.png)", "照片 一.png", "照片一.png", "![图](照片一.png)"],
  ["[表](a/报 名 表.pdf “注 一”)", "a/报 名 表.pdf", "a/报名表.pdf", '[表](a/报名表.pdf "注 一")'],
  ["![图]（照片 一.png）", "照片 一.png", "照片一.png", "![图](照片一.png)"],
])("a space in the name of a file is told with its new name: %s", (source, file, name, right) => {
  expect(paramsOf(source)).toMatchObject([{ cause: "space", file, name, right }]);
});

test.each([
  ["![图](照片 一.png)", "!\\[图](…)"],
  ["[附件] (b.docx)", "\\[附件] (…)"],
  ["甲！[图](a.png)", "！\\[图](…)"],
  ["甲[^1]乙", "\\[^1]"],
  ["甲【^1】乙", "【\\^1】"],
  ["甲【＾1】乙", undefined],
])("%s is told with the backslash that shows it as it is", (source, escaped) => {
  expect(paramsOf(source)[0]?.["escaped"]).toBe(escaped);
  if (escaped) expect(paramsOf(`甲${escaped}乙`)).toEqual([]);
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

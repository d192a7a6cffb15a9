import { expect, test } from "vitest";
import { createMarkdown } from "../markdown/render.ts";
import { catalogue } from "../messages/index.ts";
import { textOf } from "./text.ts";

const render = createMarkdown(catalogue("zh-Hans").page);
const textIn = (source: string) => textOf(render(source, { file: "a.md", line: 1 }, () => {}).html);

test.each([
  ["a paragraph", "欧阳**晓明**[来](https://a.cn/?a=1&b=2)了", "欧阳晓明来了"],
  ["signs of HTML", '<b> & "x" &lt;', '<b> & "x" <'],
  ["two paragraphs", "甲\n乙\n\n丙", "甲乙\n丙"],
  ["words on two lines", "a\nb", "a b"],
  ["headings and lists", "## 一\n\n- 二\n- `三`", "一\n二\n三"],
  ["a table", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "甲\n乙\n1\n2"],
  ["a quotation", "> 引文", "引文"],
  ["a note", "甲[^1]乙\n\n[^1]: 注文", "甲乙\n注文"],
  ["a film", '甲\n\n![片](a.mp4 "片名")\n\n乙', "甲\n片名\n乙"],
  ["a sound in a line", "甲![录音](a.mp3)乙", "甲\n乙"],
  ["a figure", '![图](a.png "图注")', "图注"],
])("%s", (_, source, text) => {
  expect(textIn(source)).toBe(text);
});

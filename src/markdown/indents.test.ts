import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const render = createMarkdown(catalogue("zh-Hans").page);
const html = (source: string) => render(source, { file: "news/2017/a.md", line: 1 }, () => {}).html;

test.each([
  ["four spaces", "    第一段。\n\n    第二段。"],
  ["a tab", "\t第一段。\n\n\t第二段。"],
  ["full-width spaces", "　　第一段。\n\n　　第二段。"],
  ["full-width spaces, a paragraph a line", "　　第一段。\n　　第二段。"],
  ["no-break spaces", "\u00A0\u00A0第一段。\n\n&nbsp;&nbsp;第二段。"],
])("paragraphs indented with %s are paragraphs without indent", (_, source) => {
  expect(html(source)).toBe("<p>第一段。</p>\n<p>第二段。</p>\n");
});

test("a line that is not indented goes on with its paragraph", () => {
  expect(html("　　第一行，\n第二行。")).toBe("<p>第一行，第二行。</p>\n");
});

test("what is indented in a list belongs to its item", () => {
  expect(html("- 甲\n\n  乙")).toContain("<p>甲</p>\n<p>乙</p>\n</li>");
});

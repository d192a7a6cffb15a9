import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);
const html = (source: string) =>
  markdown(source, { file: "news/2017/a.md", line: 1 }, () => {}).html.trim();

const image = (alt: string) =>
  `<img src="/news/2017/a.png" alt="${alt}" loading="lazy" decoding="async">`;

test.each([
  ["its text", "![兴县](a.png)", "兴县", "兴县"],
  ["its title", '![兴县](a.png "1942 年的兴县")', "兴县", "1942 年的兴县"],
  ["its text without markup", "![**兴**县 `图`](a.png)", "兴县 图", "兴县 图"],
  ["its text with that of an image in it", "![兴![县](b.png)](a.png)", "兴县", "兴县"],
  [
    "its text, escaped",
    "![<b> & “兴县”](a.png)",
    "&lt;b&gt; &amp; “兴县”",
    "&lt;b&gt; &amp; “兴县”",
  ],
])("an image alone in its paragraph is a figure whose caption is %s", (_, source, alt, caption) => {
  expect(html(source)).toBe(`<figure>${image(alt)}<figcaption>${caption}</figcaption></figure>`);
});

test("without text and title there is no caption", () => {
  expect(html("![](a.png)")).toBe(`<figure>${image("")}</figure>`);
});

test("each of several figures has its own caption", () => {
  const captions = html("![甲](a.png)\n\n正文\n\n![乙](a.png)").match(/<figcaption>.*?</g);
  expect(captions).toEqual(["<figcaption>甲<", "<figcaption>乙<"]);
});

test.each([
  ["text beside it", "见![甲](a.png)"],
  ["another image beside it", "![甲](a.png) ![乙](a.png)"],
  ["a link around it", "[![甲](a.png)](a.png)"],
  ["a tight list around it", "- ![甲](a.png)"],
  ["a heading around it", "## ![甲](a.png)"],
])("with %s it is an image like any other", (_, source) => {
  expect(html(source)).toContain(image("甲"));
  expect(html(source)).not.toContain("<figure>");
});

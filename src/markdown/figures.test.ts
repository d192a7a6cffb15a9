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
  ["a link around it", "[![甲](a.png)](a.png)"],
  ["a tight list around it", "- ![甲](a.png)"],
  ["a heading around it", "## ![甲](a.png)"],
])("with %s it is an image like any other", (_, source) => {
  expect(html(source)).toContain(image("甲"));
  expect(html(source)).not.toContain("<figure>");
});

const inGallery = (name: string, caption: string) =>
  `<figure><a href="/news/2017/${name}.png"><img src="/news/2017/${name}.png" alt="${caption}" loading="lazy" decoding="async"></a><figcaption>${caption}</figcaption></figure>\n`;

test.each([
  ["beside each other", "![甲](a.png) ![乙](b.png)"],
  ["on lines of one paragraph", "![甲](a.png)\n![乙](b.png)"],
  ["on lines that end with a backslash", "![甲](a.png)\\\n![乙](b.png)"],
  ["in paragraphs one behind the other", "![甲](a.png)\n\n![乙](b.png)"],
])("images %s are a gallery, in which each leads to itself", (_, source) => {
  const gallery = `<div class="gallery">\n${inGallery("a", "甲")}${inGallery("b", "乙")}</div>`;
  expect(html(`前文\n\n${source}\n\n后文`)).toBe(`<p>前文</p>\n${gallery}\n<p>后文</p>`);
});

test("what stands between images parts galleries, also a film", () => {
  const image = "![甲](a.png)";
  const source = [image, image, "正文", image, image, image, "![片](a.mp4)", image].join("\n\n");
  const parts = html(source).split(/<div class="gallery">|<\/div>/);
  expect(parts.map((part) => part.split("<img").length - 1)).toEqual([0, 2, 0, 3, 1]);
});

test("an image in a quote and one after it are no gallery", () => {
  expect(html("> ![甲](a.png)\n\n![乙](b.png)")).not.toContain("gallery");
});

test.each([
  ["a.mp4", "video"],
  ["a.WEBM", "video"],
  ["a.mp3", "audio"],
  ["a.m4a", "audio"],
  ["a.ogg", "audio"],
])(
  "%s in the form of an image is played where it stands, and loads when it is asked for",
  (file, tag) => {
    const source = `![春耕 <1>](${file} "一九四二年")`;
    expect(html(source)).toBe(
      `<figure><${tag} src="/news/2017/${file}" aria-label="春耕 &lt;1&gt;" controls preload="metadata"><a href="/news/2017/${file}">春耕 &lt;1&gt;</a></${tag}><figcaption>一九四二年</figcaption></figure>`,
    );
  },
);

test("a film without text is called by the name of its file where it can't be played", () => {
  expect(html("![](春耕.mp4)")).toContain(">春耕.mp4</a></video>");
});

import { expect, test } from "vitest";
import { createMarkdown } from "../src/markdown/render.ts";
import { catalogue } from "../src/messages/index.ts";
import { absoluteBody } from "./absolute.ts";

const page = "https://www.example.org/news/2017/a.html";

test.each([
  [
    '<a href="/news/2017/b.html#x">b</a>',
    '<a href="https://www.example.org/news/2017/b.html#x">b</a>',
  ],
  [
    '<a href="#%E7%AC%AC">c</a>',
    '<a href="https://www.example.org/news/2017/a.html#%E7%AC%AC">c</a>',
  ],
  ['<img src="/a%20b.png" alt="/c">', '<img src="https://www.example.org/a%20b.png" alt="/c">'],
  [
    '<img srcset="/a.png 1x, /b%2C.png 2x">',
    '<img srcset="https://www.example.org/a.png 1x, https://www.example.org/b%2C.png 2x">',
  ],
  [
    '<video poster="/p.png"><source src="/v.mp4"></video>',
    '<video poster="https://www.example.org/p.png"><source src="https://www.example.org/v.mp4"></video>',
  ],
  [
    '<a href="https://other.example/?a=1&amp;b">d</a>',
    '<a href="https://other.example/?a=1&amp;b">d</a>',
  ],
  ['<a href="mailto:a@b.cn">e</a>', '<a href="mailto:a@b.cn">e</a>'],
  [
    '<p>href="/x" &lt;a href="/y"&gt; &amp;amp;</p>',
    '<p>href="/x" &lt;a href="/y"&gt; &amp;amp;</p>',
  ],
])("%s becomes %s", (html, absolute) => {
  expect(absoluteBody(html, page)).toBe(absolute);
});

test("a body of every kind of Markdown keeps all but its addresses", () => {
  const source = [
    "第一段，[链接](b.md)与[^1]。\n\n![图](c.png)\n\n## 小标题\n",
    "| 甲 | 乙 |\n| --- | --: |\n| 1 | `<b>` |\n\n> 引\n> > 文\n",
    "1. 一\n2. 二\n   - 三\n\n```\n<script>\n```\n\n---\n\n<b>原样</b>\\\n换行\n\n[^1]: 注。\n",
  ].join("\n");
  const render = createMarkdown(catalogue("zh-Hans").page);
  const { html } = render(source, { file: "news/2017/a.md", line: 1 }, ({ level, code }) => {
    if (level === "error") throw new Error(code);
  });
  const absolute = absoluteBody(html, page);
  expect(absolute.match(/"https:\/\/www\.example\.org\/[^"]*"/g)).toEqual([
    '"https://www.example.org/news/2017/b.html"',
    `"${page}#fn:1"`,
    '"https://www.example.org/news/2017/c.png"',
    `"${page}#fnref:1"`,
  ]);
  const relative = absolute.replaceAll(page, "").replaceAll("https://www.example.org", "");
  expect(relative).toBe(html.replaceAll("&quot;", '"'));
});

test("a paragraph of any number of parts is no trouble", () => {
  const parts = "<i>a</i>".repeat(200_000);
  expect(absoluteBody(`<p>${parts}</p>`, page)).toBe(`<p>${parts}</p>`);
});

test("a body nested as deep as Markdown allows is no trouble", () => {
  const deep = `${"<blockquote>".repeat(200)}<a href="/b">c</a>${"</blockquote>".repeat(200)}`;
  expect(absoluteBody(deep, page)).toBe(deep.replace("/b", "https://www.example.org/b"));
});

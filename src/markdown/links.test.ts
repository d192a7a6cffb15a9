import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import type { Problem } from "../problems/problem.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);

/** Renders a body whose first line is line 5 of its file. */
function render(source: string) {
  const problems: Problem[] = [];
  const from = { file: "news/2017/a.md", line: 5 };
  const { html, links } = markdown(source, from, (found) => problems.push(found));
  return {
    html,
    links,
    places: links.map(({ line, column, written }) => `${line}:${column} ${written}`),
    params: problems.map(({ params }) => params),
    told: problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
  };
}

describe("addresses", () => {
  test.each([
    ["a file", "[甲](../2016/乙.md)", 'href="/news/2016/%E4%B9%99.html"'],
    ["a heading of a file", "[甲](b.md#一)", 'href="/news/2017/b.html#%E4%B8%80"'],
    ["a standing page", "[甲](../../pages/about.md)", 'href="/about.html"'],
    ["an attachment", "[甲](年报.pdf)", 'href="/news/2017/%E5%B9%B4%E6%8A%A5.pdf"'],
    ["a heading of this page", "[甲](#一)", 'href="#%E4%B8%80"'],
    ["an address of the site", "[甲](/news/index.html)", 'href="/news/index.html"'],
    ["mail", "<office@a.cn>", 'href="mailto:office@a.cn"'],
    ["telephone", "[甲](tel:010)", 'href="tel:010"'],
    [
      "another site",
      "[甲](https://a.cn)",
      'href="https://a.cn/" rel="external noopener noreferrer"',
    ],
    ["a bare address", "https://a.cn/b甲", 'href="https://a.cn/b" rel="external noopener'],
    ["a title", '[甲](b.md "“题”<b>")', 'href="/news/2017/b.html" title="“题”&lt;b&gt;"'],
    ["quotation marks in an address", '[甲](<b"c.md>)', 'href="/news/2017/b%22c.html"'],
  ])("%s", (_, source, attributes) => {
    const { html, told } = render(source);
    expect(told).toEqual([]);
    expect(html).toContain(`<a ${attributes}`);
  });

  test("only links that stay on the site are collected", () => {
    const { links } = render("[甲](b.md#一) ![图](c.png) https://a.cn <x@a.cn> [乙](#二)");
    expect(links.map(({ target, image }) => [target.kind, image])).toEqual([
      ["file", false],
      ["file", true],
      ["fragment", false],
    ]);
  });
});

describe("places", () => {
  test.each([
    ["several in a line", "见[甲](b.md)、[乙](c.md)", ["5:6 b.md", "5:16 c.md"]],
    ["the same one twice", "[甲](b.md)[乙](b.md)", ["5:5 b.md", "5:14 b.md"]],
    ["on several lines", "甲\n乙[丙](b.md)\n[丁](b.md)", ["6:6 b.md", "7:5 b.md"]],
    ["words that are the address", "b.md [b.md](b.md)", ["5:13 b.md"]],
    ["a link around an image", "[![图](a.png)](b.md)", ["5:15 b.md", "5:7 a.png"]],
    ["in a table", "| 甲 |\n|--|\n| [乙](b.md) | 丙 |", ["7:7 b.md"]],
    [
      "in cells of a row",
      "| 甲 | 乙 |\n|--|--|\n| [丙](b.md) | [丁](b.md) |",
      ["7:7 b.md", "7:19 b.md"],
    ],
    ["in a list", "- 甲\n- [乙](b.md)\n  [丙](c.md)", ["6:7 b.md", "7:7 c.md"]],
    ["in a heading", "甲\n\n## [乙](b.md)", ["7:8 b.md"]],
    ["in a quotation", "> 甲\n> [乙](b.md)", ["6:7 b.md"]],
    ["by reference", "[甲][一]\n\n[一]: b.md", ["7:6 b.md"]],
    ["by reference, twice", "[甲][一]和[乙][一]\n\n[一]: <b.md>", ["7:7 b.md", "7:7 b.md"]],
    ["in a footnote", "甲[^1]\n\n乙\n\n[^1]: [丙](b.md)", ["9:11 b.md"]],
    ["in a footnote of the line", "甲^[见[乙](b.md)]\n\n丙", ["5:9 b.md"]],
    ["after the same one in a block of code", "```\n[甲](b.md)\n```\n\n[乙](b.md)", ["9:5 b.md"]],
    ["with an escape in it", "甲\n\n乙\n[丙](b&amp;c.md)", ["8:5 b&c.md"]],
  ])("%s", (_, source, places) => {
    expect(render(source).places).toEqual(places);
  });
});

test("what readers see of a link is known, shortened where it is long", () => {
  const long = "甲".repeat(41);
  const { links } = render(
    `[**甲**、\`乙\`](b.md) ![图 \\* 注](c.png) [${long}](d.md) [![](e.png)](f.md)`,
  );
  expect(links.map(({ text }) => text)).toEqual([
    "甲、乙",
    "图 \\* 注",
    `${"甲".repeat(39)}…`,
    "",
    "",
  ]);
});

test("a problem names the words of its link, but for an address that stands by itself", () => {
  expect(render("见[乙](javascript:x)").params).toMatchObject([{ text: "乙", image: false }]);
  expect(render("[乙]() ![图]()").params).toMatchObject([
    { text: "乙", href: "", image: false },
    { text: "图", href: "", image: true },
  ]);
  expect(render("<javascript:x>").params).toMatchObject([{ text: "" }]);
});

describe("problems", () => {
  test.each([
    ["a scheme", "见[甲](javascript:alert(1))", "5:6 link-scheme"],
    ["a scheme behind an entity", "[甲](javascript&colon;x)", "5:5 link-scheme"],
    ["a scheme behind a number", "[甲](&#106;avascript:x)", "5:5 link-scheme"],
    ["a scheme with a tab in it", "[甲](<java\tscript:x>)", "5:6 link-scheme"],
    ["a scheme behind an entity for a tab", "[甲](java&Tab;script:x)", "5:5 link-scheme"],
    ["a scheme in angle brackets", "见<javascript:x>", "5:3 link-scheme"],
    ["a scheme by reference", "[甲]\n\n[甲]: data:text/html,x", "7:6 link-scheme"],
    ["a scheme of an image", "![甲](data:image/png;base64,x)", "5:6 link-scheme"],
    ["a bare address that is malformed", "见 <https://%zz/> 甲", "5:4 link-malformed"],
    ["an empty link", "甲[乙]()", "5:6 link-malformed"],
    ["a link out of the folder", "[甲](../../../x.md)", "5:5 link-outside"],
    ["an image of another site", "![甲](https://a.cn/a.png)", "5:6 image-remote"],
    ["an image of another kind", "![甲](a.svg)", "5:6 image-type"],
    ["a page as image", "![甲](b.md)", "5:6 image-type"],
  ])("%s", (_, source, told) => {
    const { told: found, html } = render(source);
    expect(found).toEqual([told]);
    expect(html).not.toMatch(/(?:href|src)="[^"]/);
  });

  test("code is no link", () => {
    expect(render("`[甲](javascript:x)`\n\n```\n[乙](javascript:x)\n```").told).toEqual([]);
  });
});

describe("the hint knows how it is written right", () => {
  test.each([
    ["![图](C:\\照片\\map.png)", { name: "map.png" }],
    ["[表](file:///D:/通知/form.pdf)", { name: "form.pdf" }],
    ["[表](<\\\\\\\\server\\form 1.pdf>)", { name: "fujian.pdf" }],
    ["[表](D:/通知/form.exe)", { name: "fujian.pdf" }],
    ["![图](https://a.cn/x/map.png?w=1)", { right: "![图](map.png)" }],
    ['![图](https://a.cn/640?wx_fmt=png "图注")', { right: '![图](tupian.jpg "图注")' }],
    ["[甲](https://a.cn；)", { cause: "end", right: "https://a.cn" }],
  ])("%s", (source, params) => {
    expect(render(source).params).toMatchObject([params]);
  });

  test("what is no file of a computer is not taken for one", () => {
    expect(render("[甲](javascript:a/map.png)").params[0]).not.toHaveProperty("name");
    expect(render("[甲](//a.cn/map.png)").params[0]).not.toHaveProperty("name");
  });
});

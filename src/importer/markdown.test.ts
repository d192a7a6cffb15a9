import { expect, test } from "vitest";
import { articleFields, standingPageFields } from "../content/schema.ts";
import { createMarkdown } from "../markdown/render.ts";
import { catalogue } from "../messages/index.ts";
import { readArticle } from "../site/read.ts";
import { escapeText, textOf, toArticle } from "./markdown.ts";

const render = createMarkdown(catalogue("zh-Hans").page);

function shown(markdown: string): { text: string; problems: string[] } {
  const problems: string[] = [];
  const { html } = render(markdown, { file: "a.md", line: 1 }, ({ code }) => problems.push(code));
  return { text: textOf(html).trim(), problems };
}

test.each([
  "去年冬天,村里开始修渠;今年(五月)水到了!“好水”,他说:“真甜。”",
  "《用水细则》第1条、第2条【节选】[甲]{乙}——全文见后……",
  "1.修渠 2、引水 （3）种树",
  "2017年7月7日10:34,约3~5人、50%、10/20、-5℃、+3、a_b_c、x=1、A&B、C#、$5、^2",
  "5*8的房子",
  "好水~~",
  "#话题#",
  "www.example.org、https://www.example.org/a_b_c*d 和 a@example.org",
  "C:\\资料\\甲",
  "•修渠(2017)",
  "＃＃修渠(2017)",
  "＞修渠(2017)",
  "甲 | 乙 | 丙",
])("%j stays clean", (text) => {
  expect(escapeText(text, "", render)).toBe(text);
});

test.each([
  ["**重要**通知", "\\**重要**通知"],
  ["5*8和6*9", "5\\*8和6*9"],
  ["_水_ 来了", "\\_水_ 来了"],
  ["<b>粗</b>", "\\<b>粗</b>"],
  ["张**、李**", "张\\**、李**"],
  ["**修渠 **了", "\\**修渠 **了"],
  ["【^1】", "【\\^1】"],
  ["##修渠", "\\##修渠"],
  ["`水`", "\\`水`"],
  ["~~水~~", "\\~~水~~"],
  ["# 修渠", "\\# 修渠"],
  ["1. 修渠", "1\\. 修渠"],
  ["1) 修渠", "1\\) 修渠"],
  ["- 修渠", "\\- 修渠"],
  ["+ 修渠", "\\+ 修渠"],
  ["* 修渠", "\\* 修渠"],
  ["> 修渠", "\\> 修渠"],
  [">修渠", "\\>修渠"],
  ["---", "\\---"],
  ["***", "\\***"],
  ["```", "\\```"],
  ["[水](https://www.example.org)", "\\[水](https://www.example.org)"],
  ["![水](a.png)", "!\\[水](a.png)"],
  ["[甲]: /a", "\\[甲]: /a"],
  ["[^1]: 注", "\\[^1]: 注"],
  ["水^[注]", "水\\^[注]"],
  ["<https://www.example.org>", "\\<https://www.example.org>"],
  ["A&amp;B &copy; &#35;", "A\\&amp;B \\&copy; \\&#35;"],
  ["一\\*二", "一\\\\*二"],
])("%j is written %j", (text, markdown) => {
  expect(escapeText(text, "", render)).toBe(markdown);
  expect(shown(markdown)).toEqual({ text, problems: [] });
});

test("the hashes at the end of a subheading are kept", () => {
  expect(escapeText("学习 C #", "## ", render)).toBe("## 学习 C \\#");
});

test.each(["ftp://example.org/a", "//example.org/a"])(
  "%j has no link that leads nowhere",
  (text) => {
    const markdown = escapeText(text, "", render);
    const { html } = render(markdown, { file: "", line: 1 }, () => {});
    expect(html).not.toContain("<a ");
    expect(shown(markdown)).toEqual({ text, problems: [] });
  },
);

/** Numbers from 0 up to `limit`, the same on every run. */
function numbers(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const scraps = [
  ..."水来了，。“”《》 　*_#`~[]()<>!|\\&^:;+-=.1234/@$%'\"{}",
  ..."**,~~,```,## ,1. ,- ,> ,&amp;,&#35;,https://,http://a.cn/,ftp://,mailto:,www.,[^1],]: ,](,![,<http://a.cn>".split(
    ",",
  ),
];

test("whatever a line says, the article shows it", () => {
  const next = numbers(7);
  for (let round = 0; round < 150; round++) {
    const texts = Array.from({ length: 6 }, () =>
      Array.from({ length: 1 + next(14) }, () => scraps[next(scraps.length)])
        .join("")
        .trim(),
    ).filter((text) => text !== "");
    const body = texts.map((text) => ({ text, subheading: next(4) === 0 }));
    const markdown = toArticle({ title: "题", date: "2017-07-07", body, leftOut: [] }, render);
    const bodyText = markdown.slice(markdown.indexOf("---\n", 4) + 4);
    expect(shown(bodyText)).toEqual({ text: texts.join("\n"), problems: [] });
  }
});

test("a very long line with much to escape takes no more than a moment", () => {
  const text = "**水**与~~火~~，".repeat(2000);
  const started = performance.now();
  expect(shown(escapeText(text, "", render)).text).toBe(text);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("an article has its front matter in order, and paragraphs apart", () => {
  const page = {
    title: "题目: “水” #1",
    date: "2017-07-07 10:34",
    author: "林一、林二",
    editor: "林四",
    body: [
      { text: "第一段。", subheading: false },
      { text: "修渠", subheading: true },
      { text: "第二段。", subheading: false },
    ],
    leftOut: [],
  };
  expect(toArticle(page, render)).toBe(`---
title: "题目: “水” #1"
date: 2017-07-07 10:34
author: 林一、林二
editor: 林四
---

第一段。

## 修渠

第二段。
`);
});

test.each([
  "水: 甲 #1",
  "“水”",
  '"水"',
  "'水'",
  "- 水",
  "[水]",
  "{水}",
  "*水 &水 !水",
  "!水",
  "@水",
  "%水",
  "null",
  "2017",
  "---",
  "水：甲",
  "a:b",
  "\\n",
  "水\t甲",
  "|",
  "> ",
])("a build reads the title %j as it was", (written) => {
  const title = written.trim();
  const body = [{ text: "正文。", subheading: false }];
  const page = { title, date: "2017-07-07", source: title, body, leftOut: [] };
  const reader = {
    markdown: render,
    articles: articleFields("Asia/Shanghai"),
    standingPages: standingPageFields("Asia/Shanghai"),
    levels: undefined,
    keepBody: () => "",
  };
  const problems: unknown[] = [];
  const bytes = Buffer.from(toArticle(page, render));
  const article = readArticle("news/2017/a.md", bytes, reader, (found) => problems.push(found));
  expect(problems).toEqual([]);
  expect(article).toMatchObject({ title, source: { name: title } });
});

test("a page without text is front matter alone", () => {
  const page = { title: "题目", date: "2017-07-07", body: [], leftOut: [] };
  expect(toArticle(page, render)).toBe("---\ntitle: 题目\ndate: 2017-07-07\n---\n");
});

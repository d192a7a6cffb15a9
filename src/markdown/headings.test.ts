import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import type { Problem } from "../problems/problem.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);

function render(source: string) {
  const problems: Problem[] = [];
  const from = { file: "news/2017/a.md", line: 5 };
  const { html, outline } = markdown(source, from, (found) => problems.push(found));
  return { html, outline, told: problems.map(({ line, code }) => `${line} ${code}`) };
}

describe("ids", () => {
  test.each([
    ["Han characters are kept", "## 兴县见闻", ["兴县见闻"]],
    ["spaces become hyphens", "## 兴县 见闻", ["兴县-见闻"]],
    ["Han punctuation is left out", "## 一、“晋绥”：由来", ["一晋绥由来"]],
    ["letters become small", "## ABC 晋绥", ["abc-晋绥"]],
    ["markup is left out", "## **晋**[绥](b.md)`码`", ["晋绥码"]],
    ["the mark of a footnote is left out", "## 晋绥[^1]\n\n[^1]: 注", ["晋绥"]],
    ["one that comes twice is numbered", "## 甲\n\n### 甲\n\n## 甲", ["甲", "甲-1", "甲-2"]],
    ["a number that is taken is passed over", "## 甲-1\n\n## 甲\n\n## 甲", ["甲-1", "甲", "甲-2"]],
    ["one of the page around it is not used", "## main", ["main-1"]],
    [
      "nothing to name it by",
      "## ！\n\n## ？\n\n##\n\n## section",
      ["section", "section-1", "section-2", "section-3"],
    ],
    ["composed and decomposed letters are the same", "## cafe\u0301", ["caf\u00E9"]],
    [
      "names of JavaScript are ids like any other",
      "## constructor\n\n## constructor",
      ["constructor", "constructor-1"],
    ],
  ])("%s", (_, source, ids) => {
    const { html, outline } = render(source);
    expect(outline.map(({ id }) => id)).toEqual(ids);
    expect(Array.from(html.matchAll(/<h\d id="([^"]*)"/g), (match) => match[1])).toEqual(ids);
  });

  test("are counted anew in each article", () => {
    expect(render("## 甲")).toEqual(render("## 甲"));
  });
});

test("the outline has level, id and text in the order of the article", () => {
  expect(render("## 甲 *乙*\n\n正文\n\n#### 丙 & 丁").outline).toEqual([
    { level: 2, id: "甲-乙", text: "甲 乙" },
    { level: 4, id: "丙--丁", text: "丙 & 丁" },
  ]);
});

test.each([
  ["甲\n\n# 标题", "7 heading-level"],
  ["- 甲\n\n  # 标题", "7 heading-level"],
  ["> # 标题", "5 heading-level"],
])("a first-level heading is told: %j", (source, told) => {
  expect(render(source).told).toEqual([told]);
});

test.each([
  ["正文。\n---", "6 heading-underline"],
  ["正文。\n正文。\n-", "7 heading-underline"],
  ["正文。\n===", "6 heading-underline"],
  ["- 甲\n  ---", "6 heading-underline"],
  ["> 甲\n> ---", "6 heading-underline"],
])("a line that makes a heading of the text above it is told: %j", (source, told) => {
  expect(render(source).told).toEqual([told]);
});

test.each([
  "```\n# 注\n```",
  "\\# 标题",
  "## 标题\n---",
  "正文。\n\n---\n\n正文。",
  "正文。\n***",
  "正文。\n\\---",
  "- 甲\n---",
])("%j is none", (source) => {
  expect(render(source).told).toEqual([]);
});

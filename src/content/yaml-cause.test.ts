import { describe, expect, test } from "vitest";
import { catalogue, languages } from "../messages/index.ts";
import { explain, type Problem } from "../problems/problem.ts";
import { parseYaml } from "./yaml.ts";

function problemsOf(source: string): Problem[] {
  const problems: Problem[] = [];
  parseYaml("a.md", source, (found) => problems.push(found));
  return problems;
}

/** `line:column cause`, and the line as it should be written. */
function told(source: string) {
  return problemsOf(source).map(({ line, column, params }) => {
    return [`${line}:${column} ${params["cause"]}`, params["right"]];
  });
}

const date = "date: 2017-07-07\neditor: 王五";

describe("a slip is told with the line as it should be written", () => {
  test.each([
    [" title: 兴县\n{date}", "1:2 indent", "title: 兴县"],
    ["title: 兴县\n {date}", "2:2 indent", "date: 2017-07-07"],
    ["title: 兴县\n  {date}", "2:3 indent", "date: 2017-07-07"],
    ["footer:\n  sponsor: 甲\n icp: 乙\n{date}", "3:2 indent", undefined],
    ["\u3000title: 兴县\n{date}", "1:1 wide-space", "title: 兴县"],
    ["title: 兴县\n\u3000\u3000{date}", "2:1 wide-space", "date: 2017-07-07"],
    ["footer:\n  \u3000icp: 甲", "2:3 wide-space", "icp: 甲"],
    ["footer:\n  电话\u3000: 甲", "2:3 wide-space", "电话: 甲"],
    ["title 兴县见闻\n{date}", "1:1 no-colon", undefined],
    ["title: 兴县\n见闻\n{date}", "2:1 no-colon", undefined],
    ["title: 晋绥: 见闻\n{date}", "1:10 colon", 'title: "晋绥: 见闻"'],
    ["title: 晋绥:\n{date}", "1:10 colon", 'title: "晋绥:"'],
    ['title: 问"甲: 乙"\n{date}', "1:11 colon", "title: '问\"甲: 乙\"'"],
    ["columns:\n  - title: 甲: 乙\n    id: a", "2:13 colon", '- title: "甲: 乙"'],
    ["title: “晋绥: 见闻”\n{date}", "1:11 colon", 'title: "晋绥: 见闻"'],
    ["title: “晋”绥: 见闻\n{date}", "1:12 colon", 'title: "“晋”绥: 见闻"'],
    ["source: name: 甲\n{date}", "1:9 nested", undefined],
    ["footer: sponsor: 甲", "1:9 nested", undefined],
    ["tags:\n  -兴县\n  - 历史\n{date}", "2:3 item", "- 兴县"],
    ["tags:\n－ 兴县\n{date}", "2:1 item", "- 兴县"],
    ["title: @晋绥\n{date}", "1:8 start", 'title: "@晋绥"'],
    ["title: %50 的人\n{date}", "1:8 start", 'title: "%50 的人"'],
    ["title: `晋绥`\n{date}", "1:8 start", 'title: "`晋绥`"'],
    ["title: * 重要\n{date}", "1:8 start", 'title: "* 重要"'],
    ["title: !重要\n{date}", "1:9 start", 'title: "!重要"'],
    ["title: |重要\n{date}", "1:9 start", 'title: "|重要"'],
    ["title: > 重要\n{date}", "1:10 start", 'title: "> 重要"'],
    ["title: ] 重要\n{date}", "1:8 start", 'title: "] 重要"'],
    ["title: - 重要\n{date}", "1:8 dash", 'title: "- 重要"'],
    ['title: "晋绥\n{date}', "1:11 quote-open", 'title: "晋绥"'],
    ['title: "晋绥”\n{date}', "1:12 quote-open", 'title: "晋绥"'],
    ['title: "晋绥\ndate: "2017-07-07"', "1:11 quote-open", 'title: "晋绥"'],
    ["title: '晋绥\n{date}", "1:11 quote-open", "title: '晋绥'"],
    ['title: "晋绥"见闻\n{date}', "1:12 after-quote", "title: '\"晋绥\"见闻'"],
    ["title: '晋绥'见闻\n{date}", "1:12 after-quote", "title: \"'晋绥'见闻\""],
    ["tags: [晋, 绥\n{date}", "1:12 bracket-open", "tags: [晋, 绥]"],
    ["tags: [晋, 绥】\n{date}", "1:13 bracket-open", "tags: [晋, 绥]"],
    ["source: { name: 甲\n{date}", "1:18 bracket-open", "source: { name: 甲 }"],
    ["title: [通知]放假\n{date}", "1:12 after-bracket", 'title: "[通知]放假"'],
    ["tags: [甲, , 乙]\n{date}", "1:11 flow", undefined],
    ["source: { name: 甲，url: 乙: 丙 }\n{date}", "1:24 flow", undefined],
    ["source: { name: 甲，url: 乙 }\n{date}", "1:17 flow", undefined],
    ["tags: [甲, 乙]]\n{date}", "1:13 after-bracket", 'tags: "[甲, 乙]]"'],
    ['title: "C:\\晋绥"\n{date}', "1:11 escape", "title: 'C:\\晋绥'"],
    ["title: 甲\n---\n{date}", "2:1 document", undefined],
    ["? [甲]\n: 乙", "1:3 undefined", undefined],
  ])("%j", (source, place, right) => {
    expect(told(source.replace("{date}", date))).toEqual([[place, right]]);
  });
});

test.each(languages)("each cause has sentences of its own in %s, with the line", (language) => {
  const sources = [
    " a: 甲\nb: 乙",
    "\u3000a: 甲",
    "a 甲",
    "a: 甲: 乙",
    "a: @甲",
    "a: - 甲",
    'a: "甲',
  ];
  sources.push(
    'a: "甲"乙',
    "a: [甲",
    "a: [甲]乙",
    "a: [甲, , 乙]",
    'a: "\\甲"',
    "a: 甲\n---\nb: 乙",
    "tags:\n-甲",
    "tags:\n— 甲",
    "source: name: 甲",
  );
  const found = [...sources, "? [甲]\n: 乙"].flatMap(problemsOf);
  const texts = found.map((one) => explain(one, catalogue(language)));
  expect(new Set(texts.map(({ message }) => message)).size).toBe(17);
  for (const [index, { message, hint }] of texts.entries()) {
    expect(hint).toContain(found[index]?.params["right"] ?? "");
    expect(message + hint).not.toMatch(/undefined|\[object/);
  }
});

test.each([
  ["editor: 王五: 赵六", "editor: 王五：赵六"],
  ["columns:\n  - title: 甲: 乙\n    id: a", "- title: 甲：乙"],
  ["title: 晋绥:", "title: 晋绥："],
])("%j: a colon in a value may become a Chinese one, which is shown first", (source, plain) => {
  const [found] = problemsOf(source);
  expect(found?.params["plain"]).toBe(plain);
  const { hint } = explain(found as Problem, catalogue("zh-Hans"));
  expect(hint).toMatch(new RegExp(`写成：${plain}；或把整个值放进英文双引号里，写成：`));
  if (!plain.startsWith("-")) expect(problemsOf(plain)).toEqual([]);
});

test.each(languages)("the quotes of a hint in %s are those of its line", (language) => {
  const hintOf = (source: string) =>
    explain(problemsOf(source)[0] as Problem, catalogue(language)).hint;
  expect(hintOf("title: @甲")).toMatch(/双引号|double quotes/);
  expect(hintOf('title: @"甲"')).toMatch(/单引号|single quotes/);
});

test("each suggested line, in its place, leaves nothing to mend", () => {
  for (const source of ['title: "晋绥', "title: 晋绥: 见闻", " title: 晋绥", "title: @甲"]) {
    const [found] = problemsOf(`${source}\n${date}`);
    expect(problemsOf(`${found?.params["right"]}\n${date}`)).toEqual([]);
  }
});

test("two names on a line are told apart in lines that leave nothing to mend", () => {
  for (const source of ["source: name: 甲", "columns: id: news"]) {
    const [found] = problemsOf(source);
    const lines = found?.params["lines"] as string[];
    expect(lines).toHaveLength(2);
    expect(problemsOf(lines.join("\n"))).toEqual([]);
  }
});

test("mistakes on several lines are all told", () => {
  expect(told("title: @甲\ndate: 乙: 丙\neditor: 丁").map(([place]) => place)).toEqual([
    "1:8 start",
    "2:8 colon",
  ]);
});

test("a value that goes on over several lines is not taken for an open one", () => {
  const open = 'tags: [\n  甲,\n  乙\n]\nsummary: "甲\n  乙"\n';
  expect(problemsOf(open)).toEqual([]);
  expect(told(`${open}title: @甲`)).toEqual([["7:8 start", 'title: "@甲"']]);
});

test("many mistakes, and long lines, are told at once", () => {
  const many = "a: b: c\n".repeat(20_000);
  const long = `title: @${" ".repeat(200_000)}甲`;
  const started = performance.now();
  expect(problemsOf(many)).not.toEqual([]);
  expect(told(long)).toEqual([["1:8 undefined", undefined]]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

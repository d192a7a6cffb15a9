import { describe, expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { splitFrontMatter } from "./front-matter.ts";

function split(text: string) {
  const problems: Problem[] = [];
  const parts = splitFrontMatter("a.md", text, (found) => problems.push(found));
  return {
    parts,
    problems,
    told: problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
  };
}

describe("a text with front matter is split", () => {
  test.each([
    ["as usual", "---\ntitle: 晋绥\n---\n正文", "\ntitle: 晋绥", "正文", 4],
    ["with an empty line before the body", "---\na: 甲\n---\n\n正文", "\na: 甲", "\n正文", 4],
    ["with rules in the body", "---\na: 甲\n---\n上\n\n---\n\n下", "\na: 甲", "上\n\n---\n\n下", 4],
    ["with ---js in the body", "---\na: 甲\n---\n---js\n下", "\na: 甲", "---js\n下", 4],
    ["with hyphens inside a value", "---\na: 甲---乙\n---\n文", "\na: 甲---乙", "文", 4],
    ["with an indented rule in a value", "---\na: |\n  ---\n---\n文", "\na: |\n  ---", "文", 5],
    ["without a body", "---\na: 甲\n---", "\na: 甲", "", 3],
    ["with a last line break only", "---\na: 甲\n---\n", "\na: 甲", "", 4],
    ["without anything in it", "---\n---\n正文", "", "正文", 3],
    ["with only a comment in it", "---\n# 注\n---\n正文", "", "正文", 4],
  ])("%s", (_, text, yaml, body, bodyLine) => {
    expect(split(text)).toEqual({ parts: { yaml, body, bodyLine }, problems: [], told: [] });
  });

  test("the same text twice gives the same parts", () => {
    const text = "---\n标题: [坏\n---\n正文";
    expect(split(text)).toEqual(split(text));
    expect(split(text).parts?.yaml).toBe("\n标题: [坏");
  });
});

describe("a text without proper front matter is refused", () => {
  test.each([
    ["an empty file", "", "1:1 front-matter-open"],
    ["no front matter", "正文", "1:1 front-matter-open"],
    ["JavaScript", "---js\nprocess.exit()\n---\n", "1:1 front-matter-open"],
    ["JSON", "---json\n{}\n---\n", "1:1 front-matter-open"],
    ["a space after the first line", "--- \na: 甲\n---\n", "1:1 front-matter-open"],
    ["four hyphens", "----\na: 甲\n----\n", "1:1 front-matter-open"],
    ["full-width hyphens", "－－－\na: 甲\n－－－\n", "1:1 front-matter-open"],
    ["a dash of Chinese", "——-\na: 甲\n", "1:1 front-matter-open"],
    ["an empty line before it", "\n---\na: 甲\n---\n", "1:1 front-matter-open"],
    ["no second line", "---\na: 甲\n正文", "3:1 front-matter-close"],
    ["a full-width second line", "---\na: 甲\n－－－\n正文\n\n---\n", "3:1 front-matter-close"],
    ["a dash as second line", "---\na: 甲\n——\n正文", "3:1 front-matter-close"],
    ["nothing but the first line", "---\n", "1:1 front-matter-close"],
    ["a second line of four hyphens", "---\na: 甲\n----\n---\n", "3:1 front-matter-close"],
    ["a space after the second line", "---\na: 甲\n--- \n正文", "3:1 front-matter-close"],
    ["a language on the second line", "---\n---js\nx\n---\n", "2:1 front-matter-close"],
  ])("%s", (_, text, told) => {
    expect(split(text)).toMatchObject({ parts: undefined, told: [told] });
  });

  test.each([
    ["", { cause: "empty" }],
    ["\n \n", { cause: "empty" }],
    ["\n\n---\na: 甲\n---\n", { cause: "blank" }],
    [" ---\na: 甲\n---\n", { cause: "space" }],
    ["--- \na: 甲\n---\n", { cause: "space" }],
    ["---js\na: 甲\n---\n", { cause: "extra", extra: "js" }],
    ["－－－\na: 甲\n", { cause: "other" }],
    ["---", { cause: "other" }],
  ])("%j does not start with three hyphens, and why", (text, params) => {
    expect(split(text).problems[0]?.params).toEqual({ standing: false, ...params });
  });

  test.each([
    ["---\na: 甲\n－－－\n文", { found: false, written: "－－－" }],
    ["---\na: 甲\n----\n文", { found: false, written: "----" }],
    ["---\na: 甲\n\n文——\n——\n", { found: false, line: 4 }],
    ["---\na: 甲\n---js\n", { found: true }],
    ["---\na: 甲", { found: false }],
  ])("%j does not end, and what was meant to end it", (text, params) => {
    expect(split(text).problems[0]?.params).toEqual(params);
  });

  test("a front matter of more than 16 KiB, but not one of less", () => {
    const long = (length: number) => `---\na: ${"a".repeat(length)}\n---\n`;
    expect(split(long(16 * 1024)).told).toEqual(["2:1 front-matter-large"]);
    expect(split(long(16 * 1024 - 20)).told).toEqual([]);
    expect(split(`---\n---\n`).told).toEqual([]);
    const { told, problems } = split(`---\na: 甲\nb: ${"字".repeat(6_000)}\n---\n`);
    expect(told).toEqual(["3:1 front-matter-large"]);
    expect(problems[0]?.params).toMatchObject({ line: 3, length: 6003 });
  });
});

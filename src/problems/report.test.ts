import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { formatForGithub } from "./github.ts";
import { problem } from "./problem.ts";
import { codeFrame, countProblems, formatProblems } from "./report.ts";

const texts = catalogue("zh-Hans");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
  writeFileSync(join(folder, "a.md"), "---\r\n标题：晋绥\r\n---\r\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const colon = (file: string) =>
  problem(
    "yaml-colon",
    { file, line: 2, column: 3 },
    { key: "标题", name: "title", right: "title: 晋绥" },
  );

test("a problem has its place, its code, its line with a mark, and the way out", () => {
  expect(formatProblems([colon("a.md")], folder, texts, false)).toBe(
    `${join(folder, "a.md")}
  2:3 错误 “标题”要写成英文名称 title，后面是英文冒号和一个空格 [yaml-colon]
    2 | 标题：晋绥
      |     ^
    改法：请写成 title: 晋绥（冒号用英文输入法打，后面空一格）
`,
  );
});

test("without a line to show there is none, and colours only where they are wanted", () => {
  const [plain, coloured] = [false, true].map((colour) =>
    formatProblems([colon("missing.md")], folder, texts, colour),
  );
  expect(plain?.split("\n")).toHaveLength(4);
  expect(plain).not.toContain("\u001B");
  expect(coloured).toContain("\u001B[1m");
});

test("problems are kept apart by an empty line, under the name of their file, written once", () => {
  const unused = problem("asset-unused", { file: "b.png", line: 1, column: 1 }, {});
  const found = [colon("a.md"), colon("a.md"), unused];
  const report = formatProblems(found, folder, texts, false);
  expect(report.match(/\n\n/g)).toHaveLength(2);
  expect(report.match(/^\S.*/gm)).toEqual([join(folder, "a.md"), join(folder, "b.png")]);
  expect(report).toContain("\n  1:1 提醒 ");
  expect(countProblems(found)).toEqual({ errors: 2, warnings: 1, files: 2 });
});

test("what a link leads to is never shown", () => {
  writeFileSync(join(folder, "secret.txt"), "TOKEN=机密");
  symlinkSync("secret.txt", join(folder, "link.md"));
  const found = problem(
    "file-symlink",
    { file: "link.md", line: 1, column: 1 },
    { target: "secret.txt" },
  );
  const report = formatProblems([found], folder, texts, false);
  expect(report).toContain("[file-symlink]");
  expect(report).not.toContain("机密");
});

test("no text of an editor steers the terminal or makes a line of its own", () => {
  const file = "a\n::error::\u001B[2J.md";
  const found = problem(
    "file-name",
    { file, line: 1, column: 1 },
    { rule: "character", character: "\u001B", isFolder: false, right: ["a.md"] },
  );
  const report = formatProblems([found], folder, texts, false);
  expect(report).not.toContain("\u001B");
  expect(report).not.toMatch(/^::/m);
});

test("on GitHub neither, and each problem is one line", () => {
  const file = "a\u001B[2J\n::error::.md";
  const found = problem(
    "file-name",
    { file, line: 1, column: 1 },
    { rule: "character", character: "\u001B", isFolder: false, right: ["a.md"] },
  );
  const report = formatForGithub([found], folder, texts);
  expect(report).not.toContain("\u001B");
  expect(report.match(/\n/g)).toHaveLength(1);
});

test("lines to write as they stand have a row of their own each", () => {
  const missing = problem("site-missing", { file: "site.yaml", line: 1, column: 1 }, {});
  const report = formatProblems([missing], folder, texts, false);
  const { lines = [] } = texts.problems["site-missing"]();
  expect(lines.length).toBeGreaterThan(3);
  expect(report).toContain(lines.map((line) => `      ${line}\n`).join(""));
  expect(formatForGithub([missing], folder, texts)).toContain(`%0A${lines.join("%0A")}\n`);
});

describe("the mark stands under the place", () => {
  test.each([
    ["Latin", "title:x", 6, "1 | title:x", "  |      ^"],
    ["Han", "标题：晋绥", 3, "1 | 标题：晋绥", "  |     ^"],
    ["outside the basic plane", "𠮷x", 3, "1 | 𠮷x", "  |   ^"],
    ["after a tab", "\tx\ty", 2, "1 | ▯x y", "  |  ^"],
    ["at the end of the line", "晋", 2, "1 | 晋", "  |   ^"],
  ])("%s", (_, text, column, line, mark) => {
    expect(codeFrame(text, 1, column)).toEqual([line, mark]);
  });

  test("a long line is cut on both sides", () => {
    const [line = "", mark = ""] = codeFrame("晋".repeat(500), 12, 250) ?? [];
    expect(line).toBe(`12 | …${"晋".repeat(18)}${"晋".repeat(20)}…`);
    expect(mark).toBe(`   | ${" ".repeat(37)}^`);
  });

  test("an empty line is not shown", () => {
    expect(codeFrame(" \t", 1, 1)).toBeUndefined();
  });
});

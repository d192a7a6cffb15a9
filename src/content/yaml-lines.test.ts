import { describe, expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { reportLines } from "./yaml-lines.ts";

function told(source: string) {
  const problems: Problem[] = [];
  reportLines("a.md", source, (found) => problems.push(found));
  return problems.map(({ line, column, code, params }) => {
    return `${line}:${column} ${code} ${params["right"]}`;
  });
}

describe("below a field that holds others or a list", () => {
  test.each([
    ["source:\n  name：兴县先锋", ["2:7 yaml-colon name: 兴县先锋"]],
    ["source:\n  name:兴县先锋", ["2:7 yaml-colon name: 兴县先锋"]],
    ["columns:\n- id：a\n  title：甲", ["2:5 yaml-colon id: a", "3:8 yaml-colon title: 甲"]],
    ["tags:\n  -兴县\n  － 历史", ["2:3 yaml-syntax - 兴县", "3:3 yaml-syntax - 历史"]],
    ["tags:\n-　兴县", ["2:1 yaml-syntax - 兴县"]],
    ["tags: # 注\n\n  - 兴县", []],
    ["tags:\n\n  # 注\n  ·兴县", ["4:3 yaml-syntax - 兴县"]],
    [
      "footer:\n  phones:\n    -010-1\n  icp：晋",
      ["3:5 yaml-syntax - 010-1", "4:6 yaml-colon icp: 晋"],
    ],
  ])("%j", (source, lines) => {
    expect(told(source)).toEqual(lines);
  });
});

test.each([
  "summary:\n  name：甲\n  -乙",
  "summary: |\n  name：甲\n  - 乙\n  -丙",
  "tags: 兴县\n  -历史",
  "source:\n  name: 甲\n  丙：丁",
  "tags:\n  - 甲\nsummary: 乙\n  —— 丙",
  "tags:\n  - -5",
  "tags:\n---",
])("%j is left to the parser", (source) => {
  expect(told(source)).toEqual([]);
});

test("many lines are looked through at once", () => {
  const started = performance.now();
  told("columns:\n".repeat(50_000) + "  - id: a\n".repeat(50_000));
  told(`- ${" ".repeat(200_000)}x`);
  told(`a${"\u3000".repeat(200_000)}x`);
  expect(performance.now() - started).toBeLessThan(2000);
});

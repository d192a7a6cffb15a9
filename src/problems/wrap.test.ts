import { expect, test } from "vitest";
import { explanations } from "./explanations/index.ts";
import { width } from "./report.ts";
import { wrap } from "./wrap.ts";

test.each([
  ["between words", "one two three", 7, "one two\nthree"],
  ["between Han characters", "晋绥边区", 4, "晋绥\n边区"],
  ["not before a closing mark", "晋绥，边区", 5, "晋\n绥，\n边区"],
  ["not after an opening mark", "晋“绥”边", 5, "晋\n“绥”\n边"],
  ["a long word stays whole", "a https://www.example.org b", 8, "a\nhttps://www.example.org\nb"],
  ["no line at all", "", 8, ""],
])("%s", (_, text, columns, wrapped) => {
  expect(wrap(text, columns)).toBe(wrapped);
});

test("nothing is lost, and lines keep their width", () => {
  for (const text of Object.values(explanations["zh-Hans"])) {
    const lines = wrap(text, 76).split("\n");
    expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(80);
  }
});

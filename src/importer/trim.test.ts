import { expect, test } from "vitest";
import { trimCharacters } from "./trim.ts";

test.each([
  ["", ""],
  ["   ", ""],
  ["　水 来了\u00a0\t", "水 来了"],
  ["水", "水"],
])("%j becomes %j", (text, trimmed) => {
  expect(trimCharacters(text, /\s/)).toBe(trimmed);
});

test("a long run of spaces inside is no burden", () => {
  const text = `水${" ".repeat(500_000)}来`;
  const started = performance.now();
  expect(trimCharacters(text, /\s/)).toBe(text);
  expect(performance.now() - started).toBeLessThan(5000);
});

import { expect, test } from "vitest";
import { median, ratio } from "./statistics.ts";

test.each([
  { numbers: [5], is: 5 },
  { numbers: [10, 9, 100], is: 10 },
  { numbers: [4, 1, 3, 2], is: 2.5 },
  { numbers: [1, 1, 1, 50], is: 1 },
])("the median of $numbers is $is", ({ numbers, is }) => {
  const before = [...numbers];
  expect(median(numbers)).toBe(is);
  expect(numbers).toEqual(before);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow("no numbers");
});

test("a ratio needs something to compare with", () => {
  expect(ratio(3, 2)).toBe(1.5);
  expect(ratio(3, 0)).toBeUndefined();
  expect(ratio(3, undefined)).toBeUndefined();
});

import { expect, test } from "vitest";
import { makeStylesheets } from "./stylesheet.ts";

const { url, code } = (await makeStylesheets()).site;

test("the address of the style sheet changes with its text", async () => {
  expect(url).toMatch(/^\/assets\/site\.[0-9a-f]{10}\.css$/);
  expect((await makeStylesheets()).site).toEqual({ url, code });
});

/** What makes Chromium 86 drop a whole rule, or all that is in it (https://caniuse.com/). */
test.each([
  ["cascade layers", /@layer/],
  ["container queries", /@container/],
  ["nested rules", /&/],
  [":is() and :where()", /:(?:is|where|has)\(/],
  [":not() with a list", /:not\([^)]*,/],
  ["ranges in media queries", /@media[^{]*[<>]/],
])("it has no %s", (_, pattern) => {
  expect(code.match(pattern)).toBeNull();
});

/** What Chromium 86 does not know, and for which Lightning CSS writes something that it does. */
test.each([
  ["light-dark()", /light-dark\(/],
  ["color-mix()", /color-mix\(/],
  ["inset", /[{;]inset:/],
  ["margin-inline and the like", /(?:margin|padding)-(?:inline|block):/],
])("it has no %s left", (_, pattern) => {
  expect(code.match(pattern)).toBeNull();
});

test("values that old browsers don't know come after ones that they do, or harm nothing", () => {
  // An unknown value of these leaves all as it would be without them.
  expect(code).toContain("text-autospace:normal");
  expect(code).toContain("text-spacing-trim:trim-start");
  expect(code).toContain("line-break:strict");
});

test("iPhones know the size of text only by a name of their own", () => {
  expect(code).toContain("-webkit-text-size-adjust:100%");
});

import { expect, test } from "vitest";
import { makeScripts } from "../../src/build/scripts.ts";

const scripts = Object.entries(makeScripts()).map(([name, { code }]) => [name, code] as const);

/** Syntax that browsers which understand `early` may not know, and methods that they may not have. */
test.each(scripts)(
  "%s needs nothing newer than Chromium 86, Firefox 78 and Safari 13.1",
  (_, code) => {
    expect(code).not.toMatch(/(?:this|async|get)[ .]#|^ +#\w+|(?:\?\?|\|\||&&)=|\bstatic\b/m);
    expect(code).not.toMatch(/\.(?:at|findLast|hasOwn|structuredClone|toSorted|checkVisibility)\(/);
  },
);

test("early has the newest syntax of all, so that without it no script is believed to run", () => {
  const { early } = makeScripts();
  expect(early.code).toContain("??");
  expect(early.code).toContain("?.");
});

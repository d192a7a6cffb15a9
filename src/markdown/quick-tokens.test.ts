import { tests } from "commonmark-spec";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { quickTokens } from "./quick-tokens.ts";

const ours = new MarkdownIt({ linkify: true });
quickTokens(ours);
const theirs = new MarkdownIt({ linkify: true });

test("the tokens are those that markdown-it makes, to the order of their fields", () => {
  expect(tests.length).toBeGreaterThan(600);
  for (const { markdown } of tests) {
    const [made, right] = [ours.parse(markdown, {}), theirs.parse(markdown, {})];
    expect(made).toStrictEqual(right);
    expect(JSON.stringify(made)).toBe(JSON.stringify(right));
  }
});

test("texts of any signs give the tokens that markdown-it makes", () => {
  const signs = [
    ..."\n!#$%&*+-:<=>@[]\\^_`{}~|().,;?'\"/ \t\u00A0\u3000a1甲é，。！\u2028",
    "\n\n",
    "\n- ",
  ];
  const text = fc.string({ unit: fc.constantFrom(...signs, "甲乙", "  "), maxLength: 24 });
  const agrees = fc.property(text, (written) => {
    expect(JSON.stringify(ours.parse(written, {}))).toBe(JSON.stringify(theirs.parse(written, {})));
  });
  fc.assert(agrees, { numRuns: 5000 });
});

test("the states of blocks and lines are those that markdown-it makes", () => {
  const text = fc.string({
    unit: fc.constantFrom("\n", " ", "\t", "a", "甲", "\u3000"),
    maxLength: 16,
  });
  const fieldsOf = (state: object) => ({ ...state, md: undefined, Token: undefined });
  const agrees = fc.property(text, (written) => {
    for (const part of ["core", "block", "inline"] as const) {
      const made = new ours[part].State(written, ours, {}, []);
      const right = new theirs[part].State(written, theirs, {}, []);
      expect(fieldsOf(made)).toEqual(fieldsOf(right));
    }
  });
  fc.assert(agrees, { numRuns: 5000 });
});

test("the tokens of markdown-it's own constructor are slow for a reason that still holds", () => {
  const { Token } = new theirs.core.State("", theirs, {});
  expect(String(Token)).toContain("defineProperty");
});

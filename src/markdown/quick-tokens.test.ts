import { tests } from "commonmark-spec";
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

test("the tokens of markdown-it's own constructor are slow for a reason that still holds", () => {
  const { Token } = new theirs.core.State("", theirs, {});
  expect(String(Token)).toContain("defineProperty");
});

import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);

function render(source: string) {
  const told: string[] = [];
  const from = { file: "news/2017/a.md", line: 1 };
  const { html } = markdown(source, from, ({ line, code }) => told.push(`${line} ${code}`));
  return { html, told };
}

test.each([
  ["quotes", `${"> ".repeat(99)}兴县`],
  ["lists", `${"- ".repeat(49)}兴县`],
  ["a paragraph in both", `${"> ".repeat(97)}- 兴县`],
  ["brackets", `${"[".repeat(300)}兴县${"]".repeat(300)}`],
])("%s that can be shown are no problem", (_, source) => {
  const { html, told } = render(source);
  expect(told).toEqual([]);
  expect(html).toContain("兴县");
});

test.each([
  ["quotes", `甲\n\n${"> ".repeat(100)}兴县`],
  ["lists", `甲\n\n${"- ".repeat(50)}兴县`],
  ["both", `甲\n\n${"> ".repeat(98)}- 兴县`],
  ["a note in quotes", `甲[^1]\n\n${"> ".repeat(99)}[^1]: 兴县`],
])("%s that would be dropped are told", (_, source) => {
  const { html, told } = render(source);
  expect(html).not.toContain("兴县");
  expect(told).toEqual(["3 nesting-deep"]);
});

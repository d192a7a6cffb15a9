import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const source = "| 年 | 事 | 数 |\n|:--|:-:|--:|\n| 1942 | 晋绥 | 3 |";
const render = (language: "zh-Hans" | "en") =>
  createMarkdown(catalogue(language).page)(source, { file: "a/2017/a.md", line: 1 }, () => {}).html;

test("a table lies in a region that the keyboard can scroll, named in the site's language", () => {
  const region = (name: string) =>
    `<div class="table" role="group" aria-label="${name}" tabindex="0"><table>`;
  expect(render("zh-Hans")).toContain(region("表格"));
  expect(render("en")).toContain(region("Table"));
  expect(render("en").trim()).toMatch(/<\/table><\/div>$/);
});

test("alignment is told by classes, never by inline styles", () => {
  const html = render("zh-Hans");
  expect(html).toContain('<th class="align-center">事</th>');
  expect(html).toContain('<td class="align-left">1942</td>');
  expect(html).toContain('<td class="align-right">3</td>');
  expect(html).not.toContain("style");
});

test("without alignment there is no class", () => {
  const markdown = createMarkdown(catalogue("en").page);
  const { html } = markdown("| 甲 |\n|---|\n| 乙 |", { file: "a/2017/a.md", line: 1 }, () => {});
  expect(html).toContain("<th>甲</th>");
  expect(html).toContain("<td>乙</td>");
});

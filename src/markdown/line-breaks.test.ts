import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);
const html = (source: string) => markdown(source, { file: "a/2017/a.md", line: 1 }, () => {}).html;

/** What a reader sees: a line break in HTML is a space. */
function seen(source: string) {
  const body = html(source).split("<section")[0] ?? "";
  return body
    .replace(/<[^>]*>/g, "")
    .trim()
    .replaceAll("\n", " ");
}

describe("no space between Han characters", () => {
  test.each([
    ["plain text", "晋\n绥", "晋绥"],
    ["three lines", "晋\n绥\n边", "晋绥边"],
    ["emphasis at the start of a line", "甲\n**乙**", "甲乙"],
    ["emphasis on both sides", "**山**\n*田*", "山田"],
    ["emphasis around the break", "**山\n田**", "山田"],
    ["emphasis at the end of a line", "**山**\n田", "山田"],
    ["links", "[山](b.md)\n[田](c.md)", "山田"],
    ["Han punctuation", "甲，\n乙。\n《丙》\n（丁）", "甲，乙。《丙》（丁）"],
    ["quotation marks on both sides", "“甲”\n“乙”", "“甲”“乙”"],
    ["quotation marks in emphasis", "**“甲”**\n“乙”", "“甲”“乙”"],
    ["quotation marks and nothing else", "“\n”", "“”"],
    ["dashes and ellipses", "甲——\n乙……\n丙", "甲——乙……丙"],
    ["characters outside the basic plane", "𠮷\n𡈽", "𠮷𡈽"],
    ["kana", "かな\nカナ", "かなカナ"],
    ["a footnote at the end of a line", "甲[^1]\n乙\n\n[^1]: 注", "甲[1]乙"],
    ["a list item", "- 甲\n  乙\n- 丙\n  丁", "甲乙 丙丁"],
    ["a quotation", "> 甲\n> 乙", "甲乙"],
    ["a lazy line of a quotation", "> 甲\n乙", "甲乙"],
  ])("%s", (_, source, text) => {
    expect(seen(source)).toBe(text);
  });

  test("a footnote of several lines", () => {
    expect(html("甲[^1]\n\n[^1]: 注\n    释")).toContain("注释");
  });
});

describe("a space stays", () => {
  test.each([
    ["between Latin words", "abc\ndef", "abc def"],
    ["between Han and Latin", "晋绥\nabc\n边区", "晋绥 abc 边区"],
    ["between digits and Han", "2017\n年", "2017 年"],
    ["between Latin words in quotation marks", "“a”\n“b”", "“a” “b”"],
    ["between Latin and Han behind quotation marks", "“a”\n“乙”", "“a” “乙”"],
    ["between Korean words", "한국\n사람", "한국 사람"],
    ["beside a code span", "甲\n`npm`\n乙", "甲 npm 乙"],
    ["beside an image", "甲\n![图](a.png)", "甲"],
  ])("%s", (_, source, text) => {
    expect(seen(source)).toBe(text);
  });

  test("hard breaks stay breaks", () => {
    expect(html("甲  \n乙")).toBe("<p>甲<br>\n乙</p>\n");
    expect(html("甲\\\n乙")).toBe("<p>甲<br>\n乙</p>\n");
  });

  test("code blocks keep their lines", () => {
    expect(html("```\n甲\n乙\n```")).toContain("甲\n乙\n");
  });

  test("paragraphs stay apart", () => {
    expect(html("甲\n\n乙")).toBe("<p>甲</p>\n<p>乙</p>\n");
  });
});

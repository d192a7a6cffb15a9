import { expect, test } from "vitest";
import { makeArticle, makeSite, readPage } from "../src/testing/articles.ts";
import { all, one, texts } from "../src/testing/html.ts";

const article = (date: string, title: string) =>
  makeArticle({ date, title, slug: date.slice(0, 10) });
const seeds = [
  article("2019-06-21 08:00", "牢记总书记的嘱托,大力弘扬吕梁精神"),
  article("2019-05-28", "“土窑泥坯”到军博"),
  article("2019-05-23", "晋绥情怀和“智慧乡村”"),
];
const spanning = [...seeds, article("2018-12-31 23:59", "2018年基金会工作回顾(二)")];

const lists = [
  ["home", "/index.html", "h3"],
  ["column", "/news/index.html", "h2"],
  ["latest", "/news/2019/2019-05-28.html", "h3"],
] as const;

test.each(lists)("%s: lines read 标题(MM月DD日), newest first", (_, url) => {
  const [list] = all(readPage(makeSite({ articles: seeds }), url), "ul.entries");
  expect(list && texts(list, "li")).toEqual([
    "牢记总书记的嘱托,大力弘扬吕梁精神(06月21日)",
    "“土窑泥坯”到军博(05月28日)",
    "晋绥情怀和“智慧乡村”(05月23日)",
  ]);
});

test.each(lists)("%s: machines are told the whole date", (_, url) => {
  const [list] = all(readPage(makeSite({ articles: seeds }), url), "ul.entries");
  const dates = list && all(list, "time").map(({ attributes }) => attributes["datetime"]);
  expect(dates).toEqual(["2019-06-21T08:00:00+08:00", "2019-05-28", "2019-05-23"]);
});

test.each(lists)("%s: years are headings where the list spans several", (_, url, level) => {
  const page = readPage(makeSite({ articles: spanning }), url);
  expect(texts(page, `${level}.year`).slice(0, 2)).toEqual(["2019年", "2018年"]);
  const [first] = all(page, ".group");
  expect(first && texts(first, "li")).toHaveLength(3);
});

test.each(lists)("%s: there is no year where the list has one only", (_, url) => {
  expect(texts(readPage(makeSite({ articles: seeds }), url), ".year")).toEqual([]);
});

test("a month has one list, without a year", () => {
  const page = readPage(makeSite({ articles: spanning }), "/archive/2019-05.html");
  expect(texts(page, ".entries")).toEqual([
    "“土窑泥坯”到军博(05月28日)晋绥情怀和“智慧乡村”(05月23日)",
  ]);
  expect(texts(page, ".year")).toEqual([]);
});

test("in English a line reads Title (MM-DD)", () => {
  const page = readPage(makeSite({ articles: seeds }, { lang: "en" }), "/news/index.html");
  expect(texts(one(page, ".entries"), "li")[1]).toBe("“土窑泥坯”到军博 (05-28)");
});

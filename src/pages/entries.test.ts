import { expect, test } from "vitest";
import { makeArticle } from "../testing/articles.ts";
import { entryOf, groupByYear } from "./entries.ts";

const on = (...days: string[]) => days.map((date) => makeArticle({ date, title: date }));

test("a line has the month and day in two digits, and the whole date for machines", () => {
  const article = makeArticle({ slug: "兴县 见闻", title: "兴县见闻", date: "2017-07-07 10:34" });
  expect(entryOf(article)).toEqual({
    title: "兴县见闻",
    href: "/news/2017/%E5%85%B4%E5%8E%BF%20%E8%A7%81%E9%97%BB.html",
    datetime: "2017-07-07T10:34:00+08:00",
    month: "07",
    day: "07",
  });
});

test("a moment written with an offset is listed on its day in the zone of the site", () => {
  const { month, day } = entryOf(makeArticle({ date: "2017-07-07T18:00:00Z" }));
  expect(`${month}-${day}`).toBe("07-08");
});

test.each([
  ["no article", [], []],
  ["one year", ["2017-07-07", "2017-01-01"], [undefined]],
  ["two years", ["2018-01-01", "2017-12-31", "2017-07-07"], ["2018", "2017"]],
  ["years with a gap", ["2018-01-01", "2012-01-01", "1949-10-01"], ["2018", "2012", "1949"]],
])("years are told where there are several: %s", (_, days, years) => {
  const groups = groupByYear(on(...days));
  expect(groups.map(({ year }) => year)).toEqual(years);
  const titles = groups.flatMap(({ entries }) => entries.map(({ title }) => title));
  expect(titles).toEqual(days);
});

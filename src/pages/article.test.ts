import { describe, expect, test } from "vitest";
import { dateOf, makeArticle, makeArticles, makeSite, pageAt } from "../testing/articles.ts";
import { shownDate } from "./article.ts";

test.each([
  ["2017-07-07 10:34", "2017-07-07 10:34", "2017-07-07T10:34:00+08:00"],
  ["2017-07-07 00:00:59", "2017-07-07 00:00", "2017-07-07T00:00:59+08:00"],
  ["2017-07-07", "2017-07-07", "2017-07-07"],
  ["2017-07-07T02:34Z", "2017-07-07 10:34", "2017-07-07T10:34:00+08:00"],
])("a date written %s is shown as %s", (written, text, datetime) => {
  expect(shownDate(dateOf(written))).toEqual({ text, datetime });
});

test("beside an article stand the ten latest of all columns, newest first", () => {
  const articles = [...makeArticles(9), makeArticle({ date: "2018-01-01", column: "history" })];
  const columns = ["news", "history"].map((id) => ({ id, title: id }));
  const site = makeSite(
    { articles: [...articles, makeArticle({ date: "2010-01-01" })] },
    { columns },
  );
  const { latest } = pageAt(site, "/news/2016/3.html", "article").props;
  const groups = "script" in latest ? [] : latest;
  expect(groups.map(({ year }) => year)).toEqual(["2018", "2016"]);
  const hrefs = groups.flatMap(({ entries }) => entries.map(({ href }) => href));
  expect(hrefs).toHaveLength(10);
  expect(hrefs.slice(0, 2)).toEqual(["/history/2018/a.html", "/news/2016/9.html"]);
});

describe("neighbours", () => {
  const articles = [
    makeArticle({ slug: "1", date: "2017-01-01" }),
    makeArticle({ slug: "2", date: "2017-01-02", column: "history" }),
    makeArticle({ slug: "3", date: "2017-01-03" }),
    makeArticle({ slug: "4", date: "2017-01-04", column: "history" }),
    makeArticle({ slug: "5", date: "2017-01-05" }),
  ];
  const columns = ["news", "history"].map((id) => ({ id, title: id }));
  const site = makeSite({ articles }, { columns });
  test.each([
    ["/news/2017/3.html", "1", "5"],
    ["/news/2017/1.html", undefined, "3"],
    ["/news/2017/5.html", "3", undefined],
    ["/history/2017/2.html", undefined, "4"],
  ])("of %s in its column: older %s, newer %s", (url, previous, next) => {
    const { props } = pageAt(site, url, "article");
    expect([props.previous?.title, props.next?.title]).toEqual([previous, next]);
  });
});

test("the summary describes an article; without one, its first words do", () => {
  const site = makeSite({
    articles: [
      makeArticle({ slug: "a", summary: "摘要", excerpt: "正文" }),
      makeArticle({ slug: "b", excerpt: "正文" }),
      makeArticle({ slug: "c" }),
    ],
  });
  const described = ["a", "b", "c"].map(
    (slug) => pageAt(site, `/news/2017/${slug}.html`).props.head.description,
  );
  expect(described).toEqual(["摘要", "正文", undefined]);
});

test("what an editor left out is not among the props", () => {
  const { props } = pageAt(makeSite({ articles: [makeArticle()] }), "/news/2017/a.html", "article");
  const optional = ["updated", "source", "editor", "correction", "picture", "previous", "next"];
  expect(Object.keys(props).filter((key) => optional.includes(key))).toEqual([]);
  expect([props.authors, props.tags]).toEqual([[], []]);
});

test("the picture is told by its whole address, percent-encoded", () => {
  const site = makeSite({ articles: [makeArticle({ picture: "news/2017/地 图.png" })] });
  expect(pageAt(site, "/news/2017/a.html", "article").props.picture?.address).toBe(
    "https://www.example.org/news/2017/%E5%9C%B0%20%E5%9B%BE.png",
  );
});

import { expect, test } from "vitest";
import { makeArticle, makeArticles, makeSite, pageAt, pagesOf } from "../testing/articles.ts";

const site = makeSite({
  articles: [
    makeArticle({ slug: "a", date: "2018-01-31 23:59" }),
    makeArticle({ slug: "b", date: "2017-12-31T16:00:00Z" }),
    makeArticle({ slug: "c", date: "2017-12-31 23:59" }),
    makeArticle({ slug: "d", date: "2012-02-01" }),
  ],
});

test("the index has the months that have articles, newest first", () => {
  expect(pageAt(site, "/archive/index.html", "archive").props.years).toEqual([
    { year: "2018", months: [{ month: 1, href: "/archive/2018-01.html" }] },
    { year: "2017", months: [{ month: 12, href: "/archive/2017-12.html" }] },
    { year: "2012", months: [{ month: 2, href: "/archive/2012-02.html" }] },
  ]);
});

test.each([
  ["/archive/2018-01.html", ["a", "b"]],
  ["/archive/2017-12.html", ["c"]],
  ["/archive/2012-02.html", ["d"]],
])("%s has the articles of the month in the zone of the site: %s", (url, slugs) => {
  const { groups, archive } = pageAt(site, url, "month").props;
  expect(groups.map(({ entries }) => entries.map(({ title }) => title))).toEqual([slugs]);
  expect(archive).toBe("/archive/index.html");
});

test("every article is on exactly one page of a month", () => {
  const large = makeSite({ articles: makeArticles(130) });
  const hrefs = pagesOf(large).flatMap((page) =>
    page.layout === "month"
      ? page.props.groups.flatMap(({ entries }) => entries.map(({ href }) => href))
      : [],
  );
  expect(hrefs).toEqual(large.articles.map(({ address }) => address));
});

test("a site without articles has an index without years", () => {
  const empty = makeSite({});
  expect(pageAt(empty, "/archive/index.html", "archive").props.years).toEqual([]);
  expect(pagesOf(empty).filter(({ layout }) => layout === "month")).toEqual([]);
});

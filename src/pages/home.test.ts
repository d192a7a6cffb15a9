import { expect, test } from "vitest";
import { makeArticle, makeArticles, makeSite, pageAt } from "../testing/articles.ts";

const columns = ["news", "history", "culture"].map((id) => ({ id, title: id }));
const pinned = makeArticle({ title: "置顶", date: "2010-01-01", column: "history", pinned: true });
const site = makeSite({ articles: [...makeArticles(96), pinned] }, { columns });
const { props } = pageAt(site, "/index.html", "home");
const titles = (groups: typeof props.latest) =>
  groups.flatMap(({ entries }) => entries.map(({ title }) => title));

test("the home page has the ten latest articles, newest first, with years where they differ", () => {
  expect(props.latest.map(({ year }) => year)).toEqual(["2017", "2016"]);
  expect(titles(props.latest)).toEqual(
    makeArticles(96)
      .slice(0, 10)
      .map(({ title }) => title),
  );
});

test("the home page has the six latest of each column, and no box for a column without any", () => {
  expect(props.columns.map(({ title, href }) => [title, href])).toEqual([
    ["news", "/news/index.html"],
    ["history", "/history/index.html"],
  ]);
  expect(props.columns.map(({ groups }) => titles(groups))).toEqual([
    ["第96篇", "第95篇", "第94篇", "第93篇", "第92篇", "第91篇"],
    ["置顶"],
  ]);
  const years = props.columns.map(({ groups }) => groups.map(({ year }) => year));
  expect(years).toEqual([["2017", "2016"], [undefined]]);
});

test("what is pinned stands on the home page, however old, with its whole date", () => {
  const date = { text: "2010-01-01", datetime: "2010-01-01" };
  expect(props.pinned).toEqual([{ title: "置顶", href: "/history/2010/a.html", date }]);
});

test("what is pinned is not told again right below, among the latest", () => {
  const newest = makeArticle({ title: "要闻", date: "2020-01-01", pinned: true });
  const { pinned, latest, columns } = pageAt(
    makeSite({ articles: [newest, ...makeArticles(12)] }),
    "/index.html",
    "home",
  ).props;
  expect(pinned.map(({ title }) => title)).toEqual(["要闻"]);
  expect(titles(latest)).toHaveLength(10);
  expect(titles(latest)).not.toContain("要闻");
  expect(columns.map(({ groups }) => titles(groups)[0])).toEqual(["要闻"]);
});

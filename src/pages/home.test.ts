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

test("what is pinned stands on the home page, however old", () => {
  expect(titles(props.pinned)).toEqual(["置顶"]);
});

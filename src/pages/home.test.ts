import { describe, expect, test } from "vitest";
import type { Article } from "../site/site.ts";
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

test("the newest that is pinned is the lead, however old, and the others are above the latest", () => {
  expect(props.lead?.title).toBe("置顶");
  const more = makeArticle({ title: "又一篇", date: "2012-01-01", pinned: true });
  const home = pageAt(makeSite({ articles: [more, pinned] }, { columns }), "/index.html", "home");
  expect(home.props.lead?.title).toBe("又一篇");
  expect(home.props.pinned.map(({ title }) => title)).toEqual(["置顶"]);
});

describe("where nothing is pinned", () => {
  const leadOf = (articles: Article[]) =>
    pageAt(makeSite({ articles }, { columns }), "/index.html", "home").props.lead;
  const pictured = makeArticle({ title: "有图", date: "2010-01-01", picture: "news/2010/图.png" });

  test("the newest that has a picture is the lead", () => {
    const lead = leadOf([...makeArticles(19), pictured]);
    expect(lead?.title).toBe("有图");
  });

  test("the newest is the lead, where none of the twenty newest has a picture", () => {
    expect(leadOf([...makeArticles(20), pictured])?.title).toBe("第20篇");
    expect(leadOf([])).toBeUndefined();
  });
});

test("notices stand apart from the columns, and none of them is the lead", () => {
  const notice = makeArticle({
    title: "公告",
    date: "2020-01-01",
    column: "culture",
    pinned: true,
  });
  const settings = {
    columns: columns.map((one) => ({ ...one, notices: `${one.id === "culture"}` })),
  };
  const home = pageAt(
    makeSite({ articles: [notice, ...makeArticles(1)] }, settings),
    "/index.html",
    "home",
  );
  expect(home.props.notices.map(({ title }) => title)).toEqual(["culture"]);
  expect(home.props.columns.map(({ title }) => title)).toEqual(["news"]);
  expect(home.props.lead?.title).toBe("第1篇");
  expect(home.props.pinned.map(({ title }) => title)).toEqual(["公告"]);
});

import { describe, expect, test } from "vitest";
import type { Article } from "../site/site.ts";
import {
  makeArticle,
  makeArticles,
  makeSite,
  pageAt,
  pagesOf,
  scripts,
} from "../testing/articles.ts";

const columns = ["news", "history"].map((id) => ({ id, title: id }));
const settings = { columns, latest: "fragment" } as const;

test("the fragment has the ten latest of all columns, newest first", () => {
  const articles = [...makeArticles(12), makeArticle({ title: "史", column: "history" })];
  const { lang, groups } = pageAt(
    makeSite({ articles }, settings),
    "/archive/latest.html",
    "latest",
  ).props;
  expect([lang, groups.map(({ year }) => year)]).toEqual(["zh-Hans", ["2017", "2016"]]);
  const titles = groups.flatMap(({ entries }) => entries.map(({ title }) => title));
  expect(titles).toHaveLength(10);
  expect(titles.slice(0, 2)).toEqual(["史", "第12篇"]);
});

test("without the option there is neither fragment nor script", () => {
  const urls = pagesOf(makeSite({ articles: makeArticles(2) })).map(({ url }) => url);
  expect(urls).toContain(scripts.site.url);
  expect(urls).not.toContain("/archive/latest.html");
  expect(urls).not.toContain(scripts.latest.url);
});

/** Articles of the column for news, ten a day, the newest of 14 June 2026. */
function newsOf(count: number): Article[] {
  const newest = Date.UTC(2026, 5, 14);
  const days = Array.from({ length: count / 10 }, (_, age) => {
    const date = new Date(newest - age * 86_400_000).toISOString().slice(0, 10);
    return makeArticle({ slug: `${age}`, date });
  });
  // Reading that many dates would take longer than all the rest.
  return days.flatMap((day) =>
    Array.from({ length: 10 }, (_, index) => ({
      ...day,
      address: day.address.replace(".html", `-${index}.html`),
    })),
  );
}

/** The files of a site of these articles and one of another column, as the JSON of their props. */
function filesOf(articles: readonly Article[], latest: "baked" | "fragment") {
  const other = makeArticle({ slug: "other", date: "2026-06-13", column: "history" });
  const site = makeSite({ articles: [...articles, other] }, { columns, latest });
  // One frame is in all pages.
  const { frame } = pageAt(site, "/index.html").props;
  const own = pagesOf(site).map(({ url, props }) => ({ url, props: { ...props, frame: null } }));
  const parts = [...own, { url: "the frame", props: frame }];
  return new Map(parts.map(({ url, props }) => [url, JSON.stringify(props)]));
}

/** The files that publishing an article writes: new ones, and those whose props are others. */
function writtenBy(
  article: Article,
  before: readonly Article[],
  latest: "baked" | "fragment",
): string[] {
  const old = filesOf(before, latest);
  const files = [...filesOf([article, ...before], latest)];
  expect(files.length).toBeGreaterThan(old.size);
  return files.filter(([url, props]) => old.get(url) !== props).map(([url]) => url);
}

describe("an article that is added", () => {
  const always = [
    ...["/index.html", "/news/index.html"],
    "/news/2026/new.html",
    "/archive/latest.html",
    ...["/feed.xml", "/rss.xml", "/feed.json", "/news/feed.xml"],
    ...["/news/rss.xml", "/news/feed.json"],
    "/sitemap.xml",
  ];

  test.each([100, 10_000])("writes the same fourteen files, also among %i", (count) => {
    const added = makeArticle({ slug: "new", date: "2026-06-15" });
    const neighbour = ["/news/2026/0-0.html"];
    const month = ["/archive/2026-06.html", "/sitemap/2026-06.xml"];
    const written = writtenBy(added, newsOf(count), "fragment");
    expect(written.toSorted()).toEqual([...always, ...neighbour, ...month].sort());
  });

  test("writes also the lists of what it names, and the indexes of what is new among that", () => {
    const old = newsOf(100).map((article) => ({
      ...article,
      ...{ tags: ["旧"], author: ["张三"], source: { name: "兴县先锋" } },
    }));
    const names = { tags: ["旧", "新"], author: ["张三"], source: { name: "新来源" } };
    const added = makeArticle({ slug: "new", date: "2026-06-15", ...names });
    const lists = ["/tags/旧.html", "/tags/新.html", "/authors/张三.html", "/sources/新来源.html"];
    const indexes = ["/tags/index.html", "/sources/index.html", "/sitemap/pages.xml"];
    const others = ["/news/2026/0-0.html", "/archive/2026-06.html", "/sitemap/2026-06.xml"];
    const written = writtenBy(added, old, "fragment");
    expect(written.toSorted()).toEqual([...always, ...others, ...lists, ...indexes].sort());
  });

  test("writes also what lists months and sealed pages, where these are new", () => {
    const added = makeArticle({ slug: "new", date: "2026-07-01" });
    const month = ["/archive/2026-07.html", "/sitemap/2026-07.xml"];
    const lists = ["/archive/index.html", "/sitemap.html"];
    const sealed = ["/news/page-5.html", "/sitemap/pages.xml"];
    const written = writtenBy(added, newsOf(120).slice(1), "fragment");
    const neighbour = ["/news/2026/0-1.html"];
    expect(written.toSorted()).toEqual(
      [...always, ...neighbour, ...month, ...lists, ...sealed].sort(),
    );
  });

  test("writes the page of every article where the list is baked into it", () => {
    const added = makeArticle({ slug: "new", date: "2026-06-15" });
    const written = writtenBy(added, newsOf(100), "baked");
    expect(written.filter((url) => /^\/(?:news|history)\/2026\//.test(url))).toHaveLength(102);
    expect(written).not.toContain("/archive/latest.html");
  });
});

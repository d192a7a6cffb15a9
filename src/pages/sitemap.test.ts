import { describe, expect, test } from "vitest";
import { toHref } from "../content/address.ts";
import {
  htmlPagesOf,
  makeArticle,
  makeArticles,
  makeSite,
  makeStandingPage,
  pageAt,
  pagesOf,
  sampleSite,
} from "../testing/articles.ts";

type TestSite = ReturnType<typeof makeSite>;
const origin = "https://www.example.org";

/** The shards of a site, in the order of the index, with what they list. */
function shardsOf(site: TestSite) {
  const { entries } = pageAt(site, "/sitemap.xml", "sitemapIndex").props;
  const urls = entries.map(({ address }) => address.slice(origin.length));
  return new Map(urls.map((url) => [url, pageAt(site, url, "sitemap").props.entries]));
}

test("every page but former addresses, 404 and withdrawn articles is listed, each once", () => {
  const site = sampleSite();
  const listed = [...shardsOf(site).values()].flat().map(({ address }) => address);
  const pages = htmlPagesOf(site).filter(
    ({ layout }) => !/^(?:moved|notFound|withdrawn)$/.test(layout),
  );
  expect(listed.length).toBeGreaterThan(130);
  expect(listed.toSorted()).toEqual(pages.map(({ url }) => origin + toHref(url)).sort());
});

test("the index names every shard that there is, and where nothing is but lists, those", () => {
  for (const site of [sampleSite(), makeSite({})]) {
    const planned = pagesOf(site).filter(({ layout }) => layout === "sitemap");
    expect([...shardsOf(site).keys()]).toEqual(planned.map(({ url }) => url));
  }
  expect(shardsOf(makeSite({}))).toEqual(
    new Map([
      [
        "/sitemap/pages.xml",
        [
          ...["/index.html", "/sitemap.html", "/news/index.html", "/archive/index.html"],
          "/search.html",
          ...["/tags/index.html", "/authors/index.html", "/sources/index.html"],
        ].map((url) => ({ address: origin + url })),
      ],
    ]),
  );
});

test("a month's shard has its articles, oldest first, with their last change", () => {
  const articles = [
    makeArticle({ slug: "甲", date: "2017-07-07 10:34" }),
    makeArticle({ slug: "b", date: "2017-07-31", updated: "2018-01-01 09:00" }),
    makeArticle({ slug: "c", date: "2017-08-01" }),
    makeArticle({ slug: "d", date: "2017-07-01" }),
  ];
  const site = makeSite({ articles });
  expect(shardsOf(site).get("/sitemap/2017-07.xml")).toEqual([
    { address: `${origin}/news/2017/d.html`, updated: "2017-07-01" },
    { address: `${origin}/news/2017/%E7%94%B2.html`, updated: "2017-07-07T10:34:00+08:00" },
    { address: `${origin}/news/2017/b.html`, updated: "2018-01-01T09:00:00+08:00" },
    { address: `${origin}/archive/2017-07.html` },
  ]);
  expect(pageAt(site, "/sitemap.xml", "sitemapIndex").props.entries).toEqual([
    { address: `${origin}/sitemap/pages.xml` },
    { address: `${origin}/sitemap/2017-08.xml`, updated: "2017-08-01" },
    { address: `${origin}/sitemap/2017-07.xml`, updated: "2018-01-01T09:00:00+08:00" },
  ]);
});

test("a standing page is listed with the day of its last change where it has one", () => {
  const standingPages = [
    makeStandingPage({ slug: "about", updated: "2018-01-01" }),
    makeStandingPage({ slug: "contact" }),
  ];
  const others = shardsOf(makeSite({ standingPages })).get("/sitemap/pages.xml");
  expect(others?.slice(-2)).toEqual([
    { address: `${origin}/about.html`, updated: "2018-01-01" },
    { address: `${origin}/contact.html` },
  ]);
});

describe("what an article that is added changes", () => {
  const before = [
    ...makeArticles(60),
    makeArticle({ slug: "old", date: "2010-01-01", column: "history" }),
  ];
  const propsOf = (articles: typeof before) => {
    const columns = ["news", "history"].map((id) => ({ id, title: id }));
    const sitemaps = pagesOf(makeSite({ articles }, { columns })).filter(({ layout }) =>
      layout.startsWith("sitemap"),
    );
    return new Map(sitemaps.map(({ url, props }) => [url, JSON.stringify(props)]));
  };
  const changedBy = (article: (typeof before)[number]) => {
    const old = propsOf(before);
    const now = [...propsOf([article, ...before])];
    return now.filter(([url, props]) => old.get(url) !== props).map(([url]) => url);
  };

  test.each([
    ["to the newest month", makeArticle({ date: "2016-11-30" }), "2016-11"],
    ["in a month of its own", makeArticle({ date: "2017-03-01" }), "2017-03"],
  ])("%s: one shard and the index", (_, article, month) => {
    expect(changedBy(article)).toEqual(["/sitemap.xml", `/sitemap/${month}.xml`]);
  });

  test("in the middle of a month: its shard alone", () => {
    const article = makeArticle({ date: "2016-10-02 08:00" });
    expect(changedBy(article)).toEqual(["/sitemap/2016-10.xml"]);
  });
});

test("a month of more than 50,000 pages is split, and its full part stays as it is", () => {
  const base = makeArticle({ date: "2017-07-01" });
  const articles = Array.from({ length: 50_001 }, (_, number) => ({
    ...base,
    date: { ...base.date, instant: base.date.instant + number },
    address: `/news/2017/${number}.html`,
  }));
  const sizes = (count: number) =>
    [...shardsOf(makeSite({ articles: articles.slice(0, count) }))].map(([url, entries]) => [
      url,
      entries.length,
      entries.at(-1)?.address.slice(origin.length),
    ]);
  expect(sizes(49_999).slice(1)).toEqual([
    ["/sitemap/2017-07.xml", 50_000, "/archive/2017-07.html"],
  ]);
  expect(sizes(50_001).slice(1)).toEqual([
    ["/sitemap/2017-07.xml", 50_000, "/news/2017/49999.html"],
    ["/sitemap/2017-07-2.xml", 2, "/archive/2017-07.html"],
  ]);
});

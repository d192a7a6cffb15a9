import { expect, test } from "vitest";
import { isGenerated } from "../site/addresses.ts";
import { feedStyle, makeSite, pageAt, pagesOf, sampleSite } from "../testing/articles.ts";

const site = sampleSite();
const pages = pagesOf(site);

test("every kind of file is planned, and every address once", () => {
  const kinds = [
    ...["home", "column", "article", "withdrawn", "archive", "month", "nameIndex", "nameList"],
    ...["standing", "siteMap"],
  ];
  const machines = [
    "latest",
    "script",
    "atom",
    "rss",
    "jsonFeed",
    "sitemap",
    "sitemapIndex",
    "robots",
  ];
  const layouts = new Set([...kinds, "search", "moved", "notFound", ...machines]);
  expect(new Set(pages.map(({ layout }) => layout))).toEqual(layouts);
  expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
});

test("a site without articles and standing pages has its pages all the same", () => {
  expect(pagesOf(makeSite({})).map(({ url }) => url)).toEqual([
    "/index.html",
    "/news/index.html",
    ...["/assets/site.0123abcd.js", "/assets/speech.0123abcd.js"],
    "/archive/index.html",
    ...["/tags/index.html", "/authors/index.html", "/sources/index.html"],
    "/sitemap.html",
    ...["/search.html", "/assets/search.0123abcd.js"],
    "/404.html",
    feedStyle.url,
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    ...["/news/feed.xml", "/news/rss.xml", "/news/feed.json"],
    "/sitemap.xml",
    "/sitemap/pages.xml",
    "/robots.txt",
  ]);
});

test("without a search nothing of a site speaks of one", () => {
  const found = pagesOf(sampleSite(undefined, { search: "false" }));
  expect(
    found.filter(({ url, props }) => /\/search|searchHref/.test(url + JSON.stringify(props))),
  ).toEqual([]);
  expect(pages.filter(({ url }) => /search/.test(url)).length).toBe(2);
});

test("every page of the system's own is at an address that no article may have", () => {
  const own = pages.filter(({ layout }) => !/^(?:article|withdrawn|standing|moved)$/.test(layout));
  expect(own.filter(({ url }) => !isGenerated(url, site.settings))).toEqual([]);
  expect(own.length).toBeGreaterThan(30);
});

test("a standing page is at the root, with the date of its last change", () => {
  const { title, updated, head } = pageAt(site, "/about.html", "standing").props;
  expect([title, updated?.text, head.description]).toEqual(["关于", "2018-01-01", "简介。"]);
  expect(pageAt(site, "/contact.html", "standing").props).not.toHaveProperty("updated");
});

test.each([
  [
    "/old/兴县.html",
    "兴县见闻",
    "/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html",
  ],
  ["/lianxi.html", "联系", "/contact.html"],
])("at the former address %s stands a page that leads to %s", (url, title, href) => {
  const { to, head, section } = pageAt(site, url, "moved").props;
  expect(to).toEqual({ title, href });
  expect([head.title, head.canonical]).toEqual([title, `https://www.example.org${href}`]);
  expect(section).toBeUndefined();
});

test("the site map has every column, every standing page, the archive, its indexes and every month", () => {
  const { columns, pages, years } = pageAt(site, "/sitemap.html", "siteMap").props;
  expect([...columns, ...pages].map(({ title }) => title)).toEqual([
    ...["本会动态", "史话", "空栏目"],
    ...["关于", "联系", "文章归档", "搜索", "标签", "作者", "来源"],
  ]);
  expect(years).toEqual(pageAt(site, "/archive/index.html", "archive").props.years);
  expect(years.map(({ year }) => year)).toEqual(["2018", "2017", "2016"]);
});

test("the page for addresses that have nothing leads to the archive and to every column", () => {
  const { archive, columns } = pageAt(site, "/404.html", "notFound").props;
  expect([archive, ...columns.map(({ href }) => href)]).toEqual([
    "/archive/index.html",
    "/news/index.html",
    "/history/index.html",
    "/empty/index.html",
  ]);
});

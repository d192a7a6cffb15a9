import { expect, test } from "vitest";
import {
  htmlPagesOf,
  makeArticle,
  makeSite,
  readPage,
  render,
  sampleSite,
} from "../src/testing/articles.ts";
import { all, type Element, one, parseHtml } from "../src/testing/html.ts";

const site = sampleSite();
const articleUrl = '/history/2018/兴县 "见闻"\'s.html';
const canonical =
  "https://www.example.org/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html";
const picture = "https://www.example.org/history/2018/%E5%9C%B0%E5%9B%BE.png";

/** The tags of a page's head with these names, as [name, content]. */
function tagsOf(root: Element, names: RegExp): (string | undefined)[][] {
  return all(one(root, "head"), "meta")
    .map(({ attributes }) => [attributes["name"] ?? attributes["property"], attributes["content"]])
    .filter(([name]) => name !== undefined && names.test(name));
}

const guideline = /^[A-Z]/;
const sharing = /^(?:og|twitter|article):/;

test("an article has the tags of the guideline", () => {
  expect(tagsOf(readPage(site, articleUrl), guideline)).toEqual([
    ["Description", "走访兴县。"],
    ["SiteName", "某某基金会"],
    ["SiteDomain", "www.example.org"],
    ["ArticleTitle", "兴县见闻"],
    ["PubDate", "2018-05-09 10:34"],
    ["ContentSource", "兴县先锋"],
    ["Author", "张三,李四"],
    ["Keywords", "兴县,历史"],
    ["Image", picture],
    ["Url", canonical],
  ]);
});

test("an article without source, time, author, tags and picture has what the guideline demands", () => {
  const bare = makeSite({ articles: [makeArticle({ date: "2017-07-07", title: "甲" })] });
  expect(tagsOf(readPage(bare, "/news/2017/a.html"), guideline)).toEqual([
    ["SiteName", "某某基金会"],
    ["SiteDomain", "www.example.org"],
    ["ArticleTitle", "甲"],
    ["PubDate", "2017-07-07 00:00"],
    ["ContentSource", "某某基金会"],
    ["Url", "https://www.example.org/news/2017/a.html"],
  ]);
});

test.each(["/news/index.html", "/news/page-1.html"])("the list %s has a column's tags", (url) => {
  expect(tagsOf(readPage(site, url), guideline)).toEqual([
    ["SiteName", "某某基金会"],
    ["SiteDomain", "www.example.org"],
    ["ColumnName", "本会动态"],
    ["ColumnDescription", "本会的工作。"],
    ["ColumnKeywords", "本会动态"],
  ]);
});

test("a column's keywords and type are those of site.yaml", () => {
  const columns = [{ id: "news", title: "动态", keywords: ["公益", "教育"], type: "工作动态" }];
  expect(tagsOf(readPage(makeSite({}, { columns }), "/news/index.html"), /^Column/)).toEqual([
    ["ColumnName", "动态"],
    ["ColumnKeywords", "公益,教育"],
    ["ColumnType", "工作动态"],
  ]);
});

test("every page says which site it is of, and describes itself at most once", () => {
  const pages = htmlPagesOf(site);
  expect(pages.length).toBeGreaterThan(130);
  for (const page of pages) {
    const root = parseHtml(render(page));
    expect(tagsOf(root, /^Site/)).toEqual([
      ["SiteName", "某某基金会"],
      ["SiteDomain", "www.example.org"],
    ]);
    expect(tagsOf(root, /^description$/i).length).toBe(page.props.head.description ? 1 : 0);
  }
});

test("an article is shared with its title, summary and picture", () => {
  expect(tagsOf(readPage(site, articleUrl), sharing)).toEqual([
    ["og:site_name", "某某基金会"],
    ["og:locale", "zh_CN"],
    ["og:type", "article"],
    ["og:title", "兴县见闻"],
    ["og:url", canonical],
    ["og:description", "走访兴县。"],
    ["og:image", picture],
    ["twitter:card", "summary_large_image"],
    ["article:published_time", "2018-05-09T10:34:00+08:00"],
    ["article:modified_time", "2018-06-01"],
  ]);
});

test("a list and the home page are shared with the picture of the first article that has one", () => {
  for (const url of ["/history/index.html", "/index.html"]) {
    const tags = tagsOf(readPage(site, url), sharing);
    expect(tags).toContainEqual(["og:image", picture]);
    expect(tags).toContainEqual(["twitter:card", "summary_large_image"]);
  }
});

test("a list without any is shared as a page of the site", () => {
  expect(tagsOf(readPage(site, "/news/index.html"), sharing)).toEqual([
    ["og:site_name", "某某基金会"],
    ["og:locale", "zh_CN"],
    ["og:type", "website"],
    ["og:title", "本会动态"],
    ["og:url", "https://www.example.org/news/index.html"],
    ["og:description", "本会的工作。"],
    ["twitter:card", "summary"],
  ]);
});

test("a page that is not to be listed is not to be shared, and an English site says so", () => {
  expect(tagsOf(readPage(site, "/404.html"), sharing)).toEqual([]);
  const english = readPage(
    sampleSite(() => "Text", { lang: "en" }),
    "/index.html",
  );
  expect(tagsOf(english, /^og:locale$/)).toEqual([["og:locale", "en_US"]]);
});

test.each([
  [
    "/index.html",
    [
      ["application/atom+xml", "某某基金会", "/feed.xml"],
      ["application/rss+xml", "某某基金会", "/rss.xml"],
      ["application/feed+json", "某某基金会", "/feed.json"],
    ],
  ],
  [
    "/news/index.html",
    [
      ["application/atom+xml", "本会动态 - 某某基金会", "/news/feed.xml"],
      ["application/rss+xml", "本会动态 - 某某基金会", "/news/rss.xml"],
      ["application/feed+json", "本会动态 - 某某基金会", "/news/feed.json"],
      ["application/atom+xml", "某某基金会", "/feed.xml"],
    ],
  ],
  [
    articleUrl,
    [
      ["application/atom+xml", "史话 - 某某基金会", "/history/feed.xml"],
      ["application/rss+xml", "史话 - 某某基金会", "/history/rss.xml"],
      ["application/feed+json", "史话 - 某某基金会", "/history/feed.json"],
      ["application/atom+xml", "某某基金会", "/feed.xml"],
    ],
  ],
  ["/about.html", []],
])("the head of %s names its feeds", (url, feeds) => {
  const links = all(one(readPage(site, url), "head"), "link").map(({ attributes }) => attributes);
  const alternates = links.filter(({ rel }) => rel === "alternate");
  expect(alternates.map(({ type, title, href }) => [type, title, href])).toEqual(feeds);
});

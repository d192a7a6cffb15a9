import { expect, test } from "vitest";
import { makeArticle, makeArticles, makeSite, readPage } from "../src/testing/articles.ts";
import { all, one, textOf, texts } from "../src/testing/html.ts";

const tagged = makeArticles(12).map((article) => ({ ...article, tags: ["兴县"] }));
const site = makeSite({ articles: tagged }, { pageSize: "5" });
const encoded = encodeURIComponent("兴县");

test("the list of a tag names it, leads to the index and tells the year of each article", () => {
  const page = readPage(site, "/tags/兴县.html");
  expect(texts(page, "title")).toEqual(["标签:兴县 - 某某基金会"]);
  expect(texts(page, "h1")).toEqual(["标签:兴县"]);
  expect(texts(one(page, ".breadcrumb"), "li")).toEqual(["首页", "标签", "兴县"]);
  expect(texts(one(page, "main"), "h2")).toEqual(["2016年", "更早的文章"]);
  expect(texts(one(page, ".entries"), "li")[0]).toBe("第12篇(10月12日)");
  const [older] = all(one(page, ".pager"), "a");
  expect(older?.attributes["href"]).toBe(`/tags/${encoded}-page-1.html`);
});

test("a sealed page leads back to the newest list", () => {
  const page = readPage(site, "/tags/兴县-page-1.html");
  const span = "2016-10-01 至 2016-10-05";
  expect(texts(page, "title")).toEqual([`标签:兴县 ${span} - 某某基金会`]);
  expect(texts(one(page, ".breadcrumb"), "li")).toEqual(["首页", "标签", "兴县", span]);
  const links = all(one(page, "main"), "a").map(({ attributes }) => attributes["href"]);
  expect(links.filter((href) => href === `/tags/${encoded}.html`)).toHaveLength(2);
});

test("an index has a link to the list of each name", () => {
  const articles = [makeArticle({ author: ["Li Si", "张三"] })];
  const page = readPage(makeSite({ articles }), "/authors/index.html");
  expect(texts(page, "h1")).toEqual(["作者"]);
  const links = all(one(page, ".names"), "a");
  expect(links.map((link) => [textOf(link), link.attributes["href"]])).toEqual([
    ["Li Si", "/authors/li-si-4b0b46f6dfcc356f.html"],
    ["张三", "/authors/%E5%BC%A0%E4%B8%89.html"],
  ]);
  expect(texts(readPage(makeSite({}), "/authors/index.html"), ".empty")).toEqual([
    "这里还什么都没有。",
  ]);
});

test("the archive leads to the indexes", () => {
  const main = one(readPage(site, "/archive/index.html"), "main");
  expect(texts(one(main, ".links"), "a")).toEqual(["标签"]);
});

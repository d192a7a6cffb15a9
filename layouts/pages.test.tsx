import { expect, test } from "vitest";
import { makeSite, readPage, sampleSite } from "../src/testing/articles.ts";
import { all, one, textOf, texts } from "../src/testing/html.ts";

const site = sampleSite();
const linksOf = (url: string) =>
  all(one(readPage(site, url), "main"), "a").map((link) => [textOf(link), link.attributes["href"]]);

test("home: what is pinned comes first, and each column leads to its list", () => {
  const main = one(readPage(site, "/index.html"), "main");
  expect(texts(main, "h2")).toEqual(["兴县见闻", "最新文章", "本会动态", "史话"]);
  const lead = one(main, ".lead-story");
  expect(texts(lead, "p")).toEqual(["走访兴县。", "史话 2018-05-09 10:34"]);
  const more = all(main, ".more");
  expect(more.map(({ attributes }) => [attributes["href"], attributes["aria-label"]])).toEqual([
    ["/news/index.html", "更多本会动态"],
    ["/history/index.html", "更多史话"],
  ]);
});

test("standing: its title, the date of its last change where it has one, and its body", () => {
  const about = one(readPage(site, "/about.html"), "article");
  expect(textOf(about)).toBe("关于更新日期:2018-01-01Text\n");
  expect(texts(readPage(site, "/contact.html"), ".byline")).toEqual([]);
});

test("moved: a former address leads on by itself and by a link", () => {
  const page = readPage(site, "/lianxi.html");
  const refresh = all(page, "meta").find(
    ({ attributes }) => attributes["http-equiv"] === "refresh",
  );
  expect(refresh?.attributes["content"]).toBe("0; url=/contact.html");
  expect(texts(page, "h1")).toEqual(["页面已移动"]);
  expect(linksOf("/lianxi.html")).toEqual([["联系", "/contact.html"]]);
});

test("not found: there are ways home, to the archive and to every column", () => {
  expect(texts(readPage(site, "/404.html"), "h1")).toEqual(["没有找到这个页面"]);
  expect(linksOf("/404.html")).toEqual([
    ["回到首页", "/index.html"],
    ["在文章归档里按年月查找", "/archive/index.html"],
    ["本会动态", "/news/index.html"],
    ["史话", "/history/index.html"],
    ["空栏目", "/empty/index.html"],
  ]);
});

test("site map: columns, pages, and the months of the archive", () => {
  const main = one(readPage(site, "/sitemap.html"), "main");
  expect(texts(main, "h2")).toEqual(["栏目", "页面", "文章归档"]);
  expect(texts(main, "h3")).toEqual(["2018年", "2017年", "2016年"]);
  const titles = linksOf("/sitemap.html").map(([title]) => title);
  expect(titles).toEqual([
    "首页",
    ...["本会动态", "史话", "空栏目", "关于", "联系", "文章归档"],
    ...["搜索", "标签", "作者", "来源"],
    ...["5月", "1月", "7月", "10月", "11月", "12月"],
  ]);
});

test("site map: no heading stands over nothing where there are no articles", () => {
  expect(texts(readPage(makeSite({}), "/sitemap.html"), "h2")).toEqual(["栏目", "页面"]);
});

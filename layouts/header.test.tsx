import { expect, test } from "vitest";
import { readPage, sampleSite } from "../src/testing/articles.ts";
import { all, one, textOf, texts } from "../src/testing/html.ts";

const navigation = [
  { column: "news" },
  { column: "history" },
  { page: "archive" },
  { page: "about" },
];
const site = sampleSite(undefined, { navigation: [...navigation, { page: "sitemap" }] });
const items = (url: string) => all(one(readPage(site, url), ".site-header"), "a");

test("the header leads home and to the items of the navigation, in order", () => {
  expect(items("/index.html").map((link) => [textOf(link), link.attributes["href"]])).toEqual([
    ["某某基金会", "/index.html"],
    ["首页", "/index.html"],
    ["本会动态", "/news/index.html"],
    ["史话", "/history/index.html"],
    ["文章归档", "/archive/index.html"],
    ["关于", "/about.html"],
    ["网站地图", "/sitemap.html"],
  ]);
});

test.each([
  ["/index.html", "首页", "page"],
  ["/news/index.html", "本会动态", "page"],
  ["/news/page-1.html", "本会动态", "true"],
  ["/news/2016/1.html", "本会动态", "true"],
  ["/history/2017/old.html", "史话", "true"],
  ["/archive/index.html", "文章归档", "page"],
  ["/archive/2016-10.html", "文章归档", "true"],
  ["/about.html", "关于", "page"],
  ["/sitemap.html", "网站地图", "page"],
])("on %s the current item is %s (aria-current=%s)", (url, title, value) => {
  const current = items(url).filter(({ attributes }) => attributes["aria-current"] !== undefined);
  expect(current.map((link) => [textOf(link), link.attributes["aria-current"]])).toEqual([
    [title, value],
  ]);
});

test.each(["/contact.html", "/empty/index.html", "/404.html", "/lianxi.html"])(
  "on %s, which the navigation does not have, none is",
  (url) => {
    expect(items(url).filter(({ attributes }) => attributes["aria-current"])).toEqual([]);
  },
);

test("the first thing on a page is a link past the header", () => {
  const body = one(readPage(site, "/index.html"), "body");
  const [skip] = all(body);
  expect([skip && textOf(skip), skip?.attributes["href"]]).toEqual(["跳到正文", "#main"]);
  expect(one(body, "main").attributes).toEqual({ id: "main", tabindex: "-1" });
  expect(texts(body, "header").length).toBeGreaterThan(0);
});

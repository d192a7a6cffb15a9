import { describe, expect, test } from "vitest";
import type { SiteSettings } from "../src/content/schema.ts";
import {
  fileAt,
  makeArticle,
  makeArticles,
  makeSite,
  readPage,
  sampleSite,
  scripts,
} from "../src/testing/articles.ts";
import { all, one, textOf, texts } from "../src/testing/html.ts";

/** The page of an article that is alone on its site. */
function read(fields: Parameters<typeof makeArticle>[0], lang: SiteSettings["lang"] = "zh-Hans") {
  const article = makeArticle(fields);
  return readPage(makeSite({ articles: [article] }, { lang }), article.address);
}

describe("the head", () => {
  const date = "2017-07-07 10:34";
  const source = { name: "兴县先锋" };
  const author = ["康候瑞"];
  test.each([
    [{ date, source, author }, "发布日期:2017-07-07 10:34 来源:兴县先锋 作者:康候瑞"],
    [{ date: "2017-07-07", source, author }, "发布日期:2017-07-07 来源:兴县先锋 作者:康候瑞"],
    [{ date, author }, "发布日期:2017-07-07 10:34 作者:康候瑞"],
    [{ date, source }, "发布日期:2017-07-07 10:34 来源:兴县先锋"],
    [{ date }, "发布日期:2017-07-07 10:34"],
    [{ date, author: [] }, "发布日期:2017-07-07 10:34"],
    [{ date, author: ["张三", "李四"] }, "发布日期:2017-07-07 10:34 作者:张三 李四"],
    [
      { date, source, updated: "2017-08-01" },
      "发布日期:2017-07-07 10:34 来源:兴县先锋 更新日期:2017-08-01",
    ],
  ])("of %j reads %s", (fields, head) => {
    expect(texts(read(fields), ".byline")).toEqual([head]);
  });

  test("in English has commas between authors", () => {
    const page = read({ date, source: { name: "Xinhua" }, author: ["A", "B"] }, "en");
    expect(texts(page, ".byline")).toEqual(["Published: 2017-07-07 10:34 Source: Xinhua By: A, B"]);
  });

  test("links to the lists of the source and of each author", () => {
    const byline = one(read({ source, author: ["张三", "Li Si"] }), ".byline");
    expect(all(byline, "a").map((link) => [textOf(link), link.attributes["href"]])).toEqual([
      ["兴县先锋", "/sources/%E5%85%B4%E5%8E%BF%E5%85%88%E9%94%8B.html"],
      ["张三", "/authors/%E5%BC%A0%E4%B8%89.html"],
      ["Li Si", "/authors/li-si-4b0b46f6dfcc356f.html"],
    ]);
  });

  test("links to a source that has an address", () => {
    const url = "https://example.org/a?b=1&c=2";
    const byline = one(read({ source: { name: "兴县先锋", url } }), ".byline");
    expect(textOf(byline)).toBe("发布日期:2017-07-07 来源:兴县先锋 (来源网页)");
    const [list, link] = all(byline, "a");
    expect(list?.attributes).toEqual({
      href: "/sources/%E5%85%B4%E5%8E%BF%E5%85%88%E9%94%8B.html",
    });
    expect(link?.attributes).toEqual({ href: url, rel: "external noopener noreferrer" });
    expect(all(one(read({ source: { name: "兴县先锋" } }), ".byline"), "a")).toHaveLength(1);
  });

  test("tells machines the moments", () => {
    const times = all(one(read({ date, updated: "2017-08-01" }), ".byline"), "time");
    const moments = times.map(({ attributes }) => attributes["datetime"]);
    expect(moments).toEqual(["2017-07-07T10:34:00+08:00", "2017-08-01"]);
  });
});

describe("the end", () => {
  test("names the editor and lists the tags", () => {
    const page = read({ editor: "杜瑞", tags: ["兴县", "扶贫"] });
    expect(texts(page, ".editor")).toEqual(["本站编辑:杜瑞"]);
    expect(texts(one(page, ".tags"), "li")).toEqual(["兴县", "扶贫"]);
    const hrefs = all(one(page, ".tags"), "a").map(({ attributes }) => attributes["href"]);
    expect(hrefs).toEqual(["兴县", "扶贫"].map((tag) => `/tags/${encodeURIComponent(tag)}.html`));
  });

  test("is not there when there is neither", () => {
    expect(all(one(read({}), "article"), "footer")).toEqual([]);
  });
});

test("a correction is shown in its lines, before the body", () => {
  const article = one(read({ correction: "2017-07-08：更正了数字。\n\n第二处。" }), "article");
  expect(texts(one(article, ".correction"), "p")).toEqual([
    "更正说明",
    "2017-07-08：更正了数字。",
    "第二处。",
  ]);
  expect(textOf(article)).toMatch(/第二处。.*Text/s);
  expect(all(read({}), ".correction")).toEqual([]);
});

test("the body is put in as the HTML it is", () => {
  expect(texts(one(read({ html: "<h2>一</h2>\n<p>二</p>\n" }), ".body"), "h2")).toEqual(["一"]);
});

test("the ten latest of the site stand beside, newest first", () => {
  const page = readPage(makeSite({ articles: makeArticles(12) }), "/news/2016/1.html");
  const latest = one(page, "aside.latest");
  expect(texts(latest, "h2")).toEqual(["最新文章"]);
  const titles = makeArticles(12).map(({ title }) => title);
  expect(texts(latest, "a")).toEqual(titles.slice(0, 10));
});

describe("where the latest are loaded", () => {
  const site = makeSite({ articles: makeArticles(12) }, { latest: "fragment" });
  const page = readPage(site, "/news/2016/1.html");
  const aside = one(page, "aside.latest");

  test("a plain link leads to the same list on the home page", () => {
    expect([texts(aside, "h2"), texts(aside, "p")]).toEqual([["最新文章"], ["到首页查看最新文章"]]);
    const [link, ...more] = all(aside, "a");
    expect([link?.attributes, more]).toEqual([{ href: "/index.html#latest" }, []]);
    const list = all(readPage(site, "/index.html")).filter(
      ({ attributes }) => attributes["id"] === "latest",
    );
    expect(list.flatMap((section) => texts(section, "h2"))).toEqual(["最新文章"]);
  });

  test("a script that a strict content security policy allows puts them in its place", () => {
    const loaded = all(page, "script").filter(({ attributes }) => attributes["src"]);
    expect(loaded.map(({ attributes }) => attributes)).toContainEqual({
      type: "module",
      src: scripts.latest.url,
    });
  });

  test("they are, byte for byte, what would stand in the page", () => {
    const baked = fileAt(makeSite({ articles: makeArticles(12) }), "/news/2016/1.html");
    const list = fileAt(site, "/archive/latest.html").trimEnd();
    expect(list).toMatch(/^<div><ul class="entries">.*第12篇/);
    expect(baked).toContain(`<aside class="latest"><h2>最新文章</h2>${list}</aside>`);
    expect(baked).not.toContain("latest.0123abcd.js");
  });
});

describe("neighbours", () => {
  const site = makeSite({ articles: makeArticles(3) });
  test.each([
    [
      "2",
      [
        ["prev", "上一篇 第1篇"],
        ["next", "下一篇 第3篇"],
      ],
    ],
    ["1", [["next", "下一篇 第2篇"]]],
    ["3", [["prev", "上一篇 第2篇"]]],
  ])("of article %s: the older is the previous, the newer the next", (slug, expected) => {
    const links = all(one(readPage(site, `/news/2016/${slug}.html`), ".neighbours"), "a");
    expect(links.map((link) => [link.attributes["rel"], textOf(link)])).toEqual(expected);
  });

  test("are not there for the only article of a column", () => {
    expect(all(read({}), ".neighbours")).toEqual([]);
  });
});

test("the breadcrumb leads home and to the column, and ends at the article", () => {
  const breadcrumb = one(read({ title: "兴县见闻" }), ".breadcrumb");
  expect(texts(breadcrumb, "li")).toEqual(["首页", "本会动态", "兴县见闻"]);
  const hrefs = all(breadcrumb, "a").map(({ attributes }) => attributes["href"]);
  expect(hrefs).toEqual(["/index.html", "/news/index.html"]);
});

test("the picture is told to those who share the page", () => {
  const url = '/history/2018/兴县 "见闻"\'s.html';
  const meta = all(readPage(sampleSite(), url), "meta").map(({ attributes }) => attributes);
  expect(meta).toContainEqual({
    property: "og:image",
    content: "https://www.example.org/history/2018/%E5%9C%B0%E5%9B%BE.png",
  });
});

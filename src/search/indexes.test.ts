import { expect, test } from "vitest";
import { bodies, makeArticle, makeSite, makeStandingPage } from "../testing/articles.ts";
import { entryOf, indexFingerprint, recordsOf, searchIndexes } from "./indexes.ts";

const article = makeArticle({
  slug: "兴县",
  date: "2017-07-07 10:34",
  title: "欧阳晓明传",
  author: ["甲", "乙"],
  source: { name: "兴县先锋" },
  html: "<p>他说。</p>\n<p>又说。</p>\n",
});
const other = makeArticle({ slug: "b", date: "2018-01-01" });
const site = makeSite(
  { articles: [article, other], standingPages: [makeStandingPage()] },
  { description: "网站。" },
);

test("a site has an index of its pages, and one of each year, the newest first", () => {
  expect(searchIndexes(site).map(({ name, entry }) => [name, entry])).toEqual([
    ["pages", "search/pagefind-entry.json"],
    ["2018", "search/2018/pagefind-entry.json"],
    ["2017", "search/2017/pagefind-entry.json"],
  ]);
});

test("an article is found by its words, and is told from others by what it is", () => {
  const [, , index] = searchIndexes(site);
  expect(Array.from(recordsOf(index as never, bodies))).toEqual([
    {
      url: "/news/2017/%E5%85%B4%E5%8E%BF.html",
      content: "他 说。 ␣ 又 说。",
      language: "unknown",
      meta: { title: "欧 阳 晓 明 传", date: "20170707" },
      filters: { column: ["news"], author: ["甲", "乙"], source: ["兴县先锋"] },
      sort: { date: "1" },
    },
  ]);
});

test("the home page and standing pages are found as well", () => {
  const [index] = searchIndexes(site);
  const [untold] = searchIndexes(makeSite({}));
  expect(Array.from(recordsOf(untold as never, bodies), ({ content }) => content)).toEqual([
    "某 某 基 金 会",
  ]);
  const records = Array.from(recordsOf(index as never, bodies));
  expect(records.map(({ url, meta, content }) => [url, meta, content])).toEqual([
    ["/index.html", { title: "某 某 基 金 会" }, "网 站。"],
    ["/about.html", { title: "about" }, "Text"],
  ]);
});

test("an index has another fingerprint where anything of it is another, and only then", () => {
  const prints = (articles = [article, other]) =>
    searchIndexes(makeSite({ articles })).map((index) => indexFingerprint(index, "key"));
  const [pages, newer, older] = prints();
  expect(prints()).toEqual([pages, newer, older]);
  for (const change of [
    { title: "别的" },
    { body: bodies.keep("<p>别的</p>") },
    { author: ["丙"] },
    { source: { name: "别处" } },
    { address: "/news/2017/c.html" },
    { date: { ...article.date, day: "2017-07-08" } },
  ]) {
    const changed = prints([{ ...article, ...change }, other]);
    expect(changed).toEqual([pages, newer, expect.not.stringMatching(older ?? "")]);
  }
  // What the index knows nothing of.
  expect(prints([{ ...article, editor: "丁" }, other])).toEqual([pages, newer, older]);
});

test.each([
  ["search/pagefind.js", "search/pagefind-entry.json"],
  ["search/index/a.pf_index", "search/pagefind-entry.json"],
  ["search/2017/fragment/a.pf_fragment", "search/2017/pagefind-entry.json"],
  ["search.html", undefined],
  ["news/search/a.html", undefined],
])("%s belongs to %s", (path, entry) => {
  expect(entryOf(path)).toBe(entry);
});

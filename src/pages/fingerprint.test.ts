import { expect, test } from "vitest";
import { makeArticle, makeSite, pagesOf, sampleSite } from "../testing/articles.ts";
import { fingerprints } from "./fingerprint.ts";
import type { Page } from "./page.ts";

const all = (pages: readonly Page[], key = "k") => {
  const fingerprint = fingerprints(key);
  return new Map(pages.map((page) => [page.url, fingerprint(page)]));
};

test("the same site has the same fingerprints, also when its props went through JSON", () => {
  const pages = pagesOf(sampleSite());
  const plain = pages.map(({ url, layout, props }) => ({
    url,
    layout,
    props: JSON.parse(JSON.stringify(props)),
  }));
  expect(all(plain as Page[])).toEqual(all(pagesOf(sampleSite())));
  expect(new Set(all(pages).values()).size).toBe(pages.length);
});

test("another key gives every page another fingerprint", () => {
  const pages = pagesOf(sampleSite());
  const [first, second] = [all(pages), all(pages, "l")];
  for (const [url, fingerprint] of first) expect(second.get(url)).not.toBe(fingerprint);
});

test("a change of one text changes the pages that show it, and no others", () => {
  const articles = (html: string) => [
    makeArticle({ slug: "a", date: "2017-07-07", html }),
    makeArticle({ slug: "b", date: "2018-07-07" }),
  ];
  const first = all(pagesOf(makeSite({ articles: articles("<p>1</p>") })));
  const second = all(pagesOf(makeSite({ articles: articles("<p>2</p>") })));
  const changed = [...first].filter(([url, it]) => second.get(url) !== it).map(([url]) => url);
  expect(changed.sort()).toEqual([
    "/feed.json",
    "/feed.xml",
    "/news/2017/a.html",
    "/news/feed.xml",
    "/rss.xml",
  ]);
});

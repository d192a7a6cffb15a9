import { describe, expect, test } from "vitest";
import type { Site } from "../site/site.ts";
import {
  dateOf,
  makeArticle,
  makeSite,
  makeStandingPage,
  pagesOf,
  sampleSite,
} from "../testing/articles.ts";
import { FingerprintMemory, fingerprints, fingerprintsFrom } from "./fingerprint.ts";
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
    "/news/feed.json",
    "/news/feed.xml",
    "/news/rss.xml",
    "/rss.xml",
  ]);
});

describe("with what is remembered of the site before, fingerprints are those of that site", () => {
  const articles = Array.from({ length: 60 }, (_, index) =>
    makeArticle({
      slug: `a${index}`,
      title: `题${index}`,
      date: `2017-${String(1 + (index % 12)).padStart(2, "0")}-07`,
      column: index % 3 === 0 ? "notice" : "news",
    }),
  );
  const columns = [
    { id: "news", title: "动态" },
    { id: "notice", title: "公告" },
  ];
  const site = (changed: Partial<Site> = {}, settings: Parameters<typeof makeSite>[1] = {}) =>
    makeSite({ articles, ...changed }, { columns, pageSize: "5", ...settings });
  const without = (at: number) => articles.filter((_, index) => index !== at);
  const withTitle = (at: number, more: object = {}) =>
    articles.map((it, index) => (index === at ? { ...it, title: "另题", ...more } : it));
  const changes: Record<string, Site> = {
    "a title": site({ articles: withTitle(20) }),
    "a pinned article": site({ articles: withTitle(30, { pinned: true }) }),
    "a date": site({ articles: withTitle(40, { date: dateOf("2015-01-01") }) }),
    "one less": site({ articles: without(7) }),
    "the newest gone": site({ articles: without(11) }),
    "the title of the site": site({}, { title: "另一个" }),
    "another page size": site({}, { pageSize: "6" }),
    "the latest in a file": site({}, { latest: "fragment" }),
    "a standing page": site({ standingPages: [makeStandingPage()] }),
    "the same once more": site({ articles: JSON.parse(JSON.stringify(articles)) }),
  };

  test.each(Object.entries(changes))("%s", (_, changed) => {
    const memory = new FingerprintMemory("k");
    for (const one of [site(), changed, site()]) {
      const pages = pagesOf(one);
      const fingerprint = memory.round();
      expect(new Map(pages.map((page) => [page.url, fingerprint(page)]))).toEqual(all(pages));
    }
  });

  test.each(Object.entries(changes))(
    "told by what pages are made from, no change is missed: %s",
    (_, changed) => {
      const told = (of: Site) => {
        const names = new Map<object, string>(of.articles.map((it) => [it, JSON.stringify(it)]));
        const { of: fingerprint } = fingerprintsFrom("k", (it) => names.get(it));
        return new Map(pagesOf(of).map((page) => [page.url, fingerprint(page)]));
      };
      const [before, after] = [told(site()), told(changed)];
      const [shown, shownAfter] = [all(pagesOf(site())), all(pagesOf(changed))];
      const missed = [...shown].filter(
        ([url, it]) => it !== shownAfter.get(url) && before.get(url) === after.get(url),
      );
      expect(missed).toEqual([]);
      expect(told(site())).toEqual(before);
      expect(new Set(before.values()).size).toBe(before.size);
    },
  );

  test("told by what pages are made from, an old title changes those lists only that hold it, and an old text none", () => {
    const listsOf = (of: Site) => {
      const names = new Map<object, string>(of.articles.map((it) => [it, JSON.stringify(it)]));
      const { of: fingerprint } = fingerprintsFrom("k", (it) => names.get(it));
      const lists = pagesOf(of).filter(({ layout }) => /^(?:column|month|nameList)$/.test(layout));
      return new Map(lists.map((page) => [page.url, fingerprint(page)]));
    };
    const written = articles.map((it) => ({ ...it, tags: ["春耕"] }));
    const oldest = written.findIndex(({ path }) => path.endsWith("/a12.md"));
    const before = listsOf(site({ articles: written }));
    expect(before.size).toBeGreaterThan(30);
    const changedBy = (edit: object) => {
      const edited = written.map((it, at) => (at === oldest ? { ...it, ...edit } : it));
      const after = listsOf(site({ articles: edited }));
      return [...after].flatMap(([url, it]) => (before.get(url) === it ? [] : url)).sort();
    };
    const holders = ["/archive/2017-01.html", "/notice/page-1.html", "/tags/春耕-page-1.html"];
    expect(changedBy({ title: "另题" })).toEqual(holders);
    expect(changedBy({ excerpt: "另文", body: "另文" })).toEqual([]);
  });

  test("props are put together only where something of them is new", () => {
    const memory = new FingerprintMemory("k");
    const made: string[] = [];
    const look = (of: Site) => {
      const fingerprint = memory.round();
      for (const page of pagesOf(of)) {
        if (!page.from) continue;
        const get = () => {
          made.push(page.url);
          return page.props;
        };
        const { url, layout, from } = page;
        fingerprint(Object.defineProperty({ url, layout, from }, "props", { get }) as Page);
      }
    };
    look(site());
    expect(made.length).toBeGreaterThan(80);
    made.length = 0;
    look(site({ articles: [...articles] }));
    expect(made).toEqual([]);
    look(site({ articles: withTitle(20) }));
    expect(made).toContain("/news/2017/a20.html");
    expect(made.length).toBeLessThan(20);
  });
});

test("told by what pages are made from, no two lists are one", () => {
  const named = { name: "a" };
  const { of: fingerprint } = fingerprintsFrom("k", (value) => (value === named ? "a" : undefined));
  const lists: unknown[][] = [
    ...[[], [undefined], [null], [""], ["undefined"], [0], ["0"], [true], [[]], [{}], [named]],
    ...[
      ["a"],
      ["@a"],
      ["a", "b"],
      [["a"], "b"],
      [["a", "b"]],
      ["a", ["b"]],
      ['a"1:b'],
      ['a"b'],
      ["ab"],
    ],
    ...[[1, 2], [12], ["1", 2], ["=1"], [{ a: 1 }], [{ a: "1" }], [{ a: { b: 1 } }], [{ a: [1] }]],
    ...[[{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }], [named, named], [[named], named], [["a", 1]]],
  ];
  const prints = lists.map((from) => fingerprint({ url: "/", layout: "home", from } as never));
  expect(new Set(prints).size).toBe(lists.length);
});

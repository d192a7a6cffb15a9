import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { sectionOf } from "../site/addresses.ts";
import type { Article, Site } from "../site/site.ts";
import {
  dateOf,
  feedStyle,
  makeArticle,
  makeSite,
  makeStandingPage,
  pagesOf,
  sampleSite,
  scripts,
  stylesheet,
} from "../testing/articles.ts";
import { FingerprintMemory, fingerprints, fingerprintsFrom } from "./fingerprint.ts";
import { planSite } from "./index.ts";
import { isGroup, type Page, type PageGroup, pagesOf as pagesIn } from "./page.ts";

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

describe("told by what pages and groups of them are made from", () => {
  const articles = Array.from({ length: 60 }, (_, index) =>
    makeArticle({
      slug: `a${index}`,
      title: `题${index}`,
      date: `${2016 + (index % 2)}-${String(1 + (index % 12)).padStart(2, "0")}-07`,
      column: index % 3 === 0 ? "notice" : "news",
      tags: [index % 5 === 0 ? "春耕" : "秋收"],
    }),
  );
  const columns = [
    { id: "news", title: "动态" },
    { id: "notice", title: "公告" },
  ];
  const site = (changed: Partial<Site> = {}, settings: Parameters<typeof makeSite>[1] = {}) =>
    makeSite({ articles, ...changed }, { columns, pageSize: "5", ...settings });
  const picture = {
    ...{ path: "news/2016/p.png", hash: "p", size: 1 },
    pixels: { width: 800, height: 600, moving: false },
  };
  const without = (at: number) => articles.filter((_, index) => index !== at);
  const withTitle = (at: number, more: object = {}) =>
    articles.map((it, index) => (index === at ? { ...it, title: "另题", ...more } : it));
  const changes: Record<string, Site> = {
    "a title": site({ articles: withTitle(20) }),
    "a tag": site({ articles: withTitle(21, { title: "题21", tags: ["秋收"] }) }),
    "an author": site({ articles: withTitle(22, { title: "题22", author: ["甲"] }) }),
    "a source": site({ articles: withTitle(23, { title: "题23", source: { name: "乙" } }) }),
    "when it was updated": site({ articles: withTitle(24, { updated: dateOf("2018-01-01") }) }),
    "a former address": site({
      articles: withTitle(25, {
        formerAddresses: [{ address: "/news/2017/old.html", line: 1, column: 1 }],
      }),
    }),
    "a withdrawn article": site({
      articles: without(26),
      withdrawn: [{ ...(articles[26] as Article), withdrawn: "撤稿" }],
    }),
    "another column": site({ articles: withTitle(27, { column: "notice" }) }),
    "the search": site({}, { search: "false" }),
    "a pinned article": site({ articles: withTitle(30, { pinned: true }) }),
    "an old article that is pinned": site({
      articles: withTitle(40, { title: "题40", pinned: true }),
    }),
    "an old picture": site({
      articles: withTitle(40, { title: "题40", picture: picture.path }),
      files: new Map([[picture.path, picture]]),
    }),
    "a date": site({ articles: withTitle(40, { date: dateOf("2015-01-01") }) }),
    "one less": site({ articles: without(7) }),
    "the newest gone": site({ articles: without(11) }),
    "the title of the site": site({}, { title: "另一个" }),
    "another page size": site({}, { pageSize: "6" }),
    "the latest in a file": site({}, { latest: "fragment" }),
    "a standing page": site({ standingPages: [makeStandingPage()] }),
    "the same once more": site({ articles: JSON.parse(JSON.stringify(articles)) }),
  };

  test.each(Object.entries(changes))(
    "what is remembered is what is found anew: %s",
    (_, changed) => {
      const memory = new FingerprintMemory("k", () => undefined);
      for (const one of [site(), changed, site()]) {
        const [remembered, found] = [memory.round(), fingerprintsFrom("k", () => undefined)];
        const plan = [...planSite(one, { stylesheet, scripts, feedStyle })];
        expect(remembered.ofAll(plan)).toBe(found.ofAll(plan));
        for (const page of plan.flatMap(pagesIn)) {
          expect(remembered.of(page), page.url).toBe(found.of(page));
        }
      }
    },
  );

  test.each(Object.entries(changes))("no change of a page is missed: %s", (_, changed) => {
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
  });

  test("an old title changes those lists only that hold it, and an old text none", () => {
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
    const holders = ["/archive/2016-01.html", "/notice/page-1.html", "/tags/春耕-page-1.html"];
    expect(changedBy({ title: "另题" })).toEqual(holders);
    expect(changedBy({ excerpt: "另文", body: "另文" })).toEqual([]);
  });

  /** What stands for each section, and the pages in it by what they show. */
  function sectionsOf(of: Site) {
    const { ofAll } = fingerprintsFrom("k", () => undefined);
    const sections = new Map<string, (Page | PageGroup)[]>();
    for (const one of planSite(of, { stylesheet, scripts, feedStyle })) {
      const section = isGroup(one) ? one.section : sectionOf(one.url.slice(1));
      sections.set(section, [...(sections.get(section) ?? []), one]);
    }
    return new Map(
      Array.from(sections, ([section, planned]) => {
        const pages = planned.flatMap(pagesIn);
        for (const { url } of pages) expect(sectionOf(url.slice(1))).toBe(section);
        return [section, { told: ofAll(planned), pages: all(pages) }] as const;
      }),
    );
  }

  test.each(Object.entries(changes))("no change of a section is missed: %s", (_, changed) => {
    const [before, after] = [sectionsOf(site()), sectionsOf(changed)];
    const missed = [...before].filter(([section, { told, pages }]) => {
      const now = after.get(section);
      return now?.told === told && !isDeepStrictEqual(now.pages, pages);
    });
    expect(missed).toEqual([]);
    expect(sectionsOf(site())).toEqual(before);
  });

  test("an old text changes no section but its own, and that of the feeds that hold it", () => {
    const edited = articles.map((it, at) => (at === 12 ? { ...it, excerpt: "另文" } : it));
    const [before, after] = [sectionsOf(site()), sectionsOf(site({ articles: edited }))];
    const changed = [...after].filter(([name, { told }]) => before.get(name)?.told !== told);
    expect(changed.map(([name]) => name)).toEqual(["notice/", "notice/2016/"]);
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

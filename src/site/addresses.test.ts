import { describe, expect, test } from "vitest";
import { addressOf } from "../content/address.ts";
import { reservedColumns, type SiteSettings } from "../content/schema.ts";
import type { Problem } from "../problems/problem.ts";
import { checkAddresses, isGenerated, linkableAddresses } from "./addresses.ts";
import type { Article } from "./site.ts";

const settings = { columns: [{ id: "news", title: "动态" }] } as SiteSettings;

test.each([
  ["/index.html", true],
  ["/404.html", true],
  ["/search.html", true],
  ["/feed.xml", true],
  ["/robots.txt", true],
  ["/index.htm", true],
  ["/default.htm", true],
  ["/news/default.html", true],
  ["/old/index.htm", false],
  ["/search/pagefind.js", true],
  ["/archive/2017-07.html", true],
  ["/assets/site.css", true],
  ["/sitemap/2017-07.xml", true],
  ["/news/index.html", true],
  ["/news/page-12.html", true],
  ["/news/feed.xml", true],
  ["/news/rss.xml", true],
  ["/news/feed.json", true],
  ["/news/page-a.html", false],
  ["/news/2017/page-1.html", false],
  ["/history/index.html", false],
  ["/about.html", false],
  ["/archive.html", false],
])("%s is the system's: %s", (address, generated) => {
  expect(isGenerated(address, settings)).toBe(generated);
});

test("what the system puts into a folder of its own is in no column's", () => {
  expect(reservedColumns).toEqual(expect.arrayContaining(["archive", "assets", "search"]));
  const own = reservedColumns.filter((name) => isGenerated(`/${name}/a.html`, settings));
  expect(own).toEqual([
    ...["archive", "assets", "sitemap", "search"],
    ...["tags", "authors", "sources"],
  ]);
});

test("articles may link to the home page, columns, the archive, indexes, the site map and feeds", () => {
  expect(linkableAddresses(settings).sort()).toEqual([
    ...["/archive/index.html", "/authors/index.html", "/feed.json", "/feed.xml", "/index.html"],
    ...[
      "/news/feed.json",
      "/news/feed.xml",
      "/news/index.html",
      "/news/rss.xml",
      "/rss.xml",
      "/sitemap.html",
    ],
    ...["/sources/index.html", "/tags/index.html"],
  ]);
  expect(linkableAddresses({ ...settings, search: true })).toContain("/search.html");
});

describe("an address that is claimed twice", () => {
  const page = (path: string, address: string, former: string[] = []) =>
    ({
      path,
      address,
      formerAddresses: former.map((address) => ({ address, line: 4, column: 10 })),
    }) as Article;

  test.each([
    ["by case", [page("a.md", "/a.html"), page("A.md", "/A.html")], "A.md:1:1 /A.html a.md"],
    [
      "by Unicode form",
      [page("caf\u00E9.md", "/caf\u00E9.html"), page("cafe\u0301.md", "/cafe\u0301.html")],
      "cafe\u0301.md:1:1 /cafe\u0301.html caf\u00E9.md",
    ],
    [
      "by a former address",
      [page("甲.md", "/a.html"), page("乙.md", "/b.html", ["/a.html"])],
      "乙.md:4:10 /a.html 甲.md",
    ],
    [
      "by its own former address",
      [page("甲.md", "/a.html", ["/A.html"])],
      "甲.md:4:10 /A.html 甲.md",
    ],
    [
      "by two former addresses",
      [page("甲.md", "/a.html", ["/x.html"]), page("乙.md", "/b.html", ["/x.html"])],
      "乙.md:4:10 /x.html 甲.md",
    ],
    ["by the system", [page("甲.md", "/INDEX.html")], "甲.md:1:1 /INDEX.html 系统"],
    ["by an attachment", [page("甲.md", "/news/a.pdf")], "甲.md:1:1 /news/a.pdf news/a.pdf"],
  ])("%s", (_, pages, told) => {
    const problems: Problem[] = [];
    checkAddresses(settings, pages, ["news/a.pdf"], "系统", (found) => problems.push(found));
    const texts = problems.map(
      ({ file, line, column, params: { url, other } }) =>
        `${file}:${line}:${column} ${url} ${other}`,
    );
    expect(texts).toEqual([told]);
  });

  test("is told of wherever it is among those that are not", () => {
    const claimed = (...paths: string[]) => {
      const told: string[] = [];
      const pages = paths.map((path) => page(path, addressOf(path)));
      checkAddresses(settings, pages, [], "系统", ({ file }) => told.push(file));
      return told;
    };
    const free = ["news/2016/a.md", "news/2017/a.md", "news/2017/b.md", "about.md", "terms.md"];
    expect(claimed(...free)).toEqual([]);
    for (let at = 0; at <= free.length; at++) {
      const [before, after] = [free.slice(0, at), free.slice(at)];
      for (const path of ["tags/2017/a.md", "tags/a.md", "news/index.md", "search.md"]) {
        expect(claimed(...before, path, ...after)).toEqual([path]);
      }
      const twice = claimed(...before, "news/2017/A.md", ...after);
      expect(twice).toEqual([at > 1 ? "news/2017/A.md" : "news/2017/a.md"]);
    }
  });
});

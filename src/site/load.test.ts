import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadSite } from "./load.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const settings = `title: 晋绥
url: https://example.org
columns: [{ id: news, title: 动态 }, { id: news-old, title: 史话 }]
`;

let count = 0;
/** An article with a title of its own. */
const article = (head: string, body = "正文") => `---\ntitle: 甲${++count}\n${head}\n---\n${body}`;
const plain = (body: string) => article("date: 2017-07-07", body);

/** Loads a site of these files as it is at the start of 2018. */
function load(files: Record<string, string>, now = Date.UTC(2018, 0, 1)) {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  folders.push(folder);
  for (const [path, text] of Object.entries({ "site.yaml": settings, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return loadSite({ folder, now });
}

function site(files: Record<string, string>) {
  const loaded = load(files);
  if (!loaded.site) throw new Error(JSON.stringify(loaded.problems));
  return loaded.site;
}

function problems(files: Record<string, string>) {
  return load(files).problems.map(
    ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
  );
}

describe("a site", () => {
  test("has its articles newest first, and by path where dates are equal", () => {
    const { articles } = site({
      "news/2017/b.md": article("date: 2017-07-07"),
      "news/2017/a.md": article("date: 2017-07-07 00:00"),
      "news/2017/乙.md": article("date: 2017-07-07 10:34"),
      "news-old/2016/z.md": article("date: 2017-07-07"),
      "news/2016/B.md": article("date: 2017-07-08"),
    });
    expect(articles.map(({ path }) => path)).toEqual([
      "news/2016/B.md",
      "news/2017/乙.md",
      "news-old/2016/z.md",
      "news/2017/a.md",
      "news/2017/b.md",
    ]);
  });

  test("reads dates in its own zone", () => {
    const files = {
      "site.yaml": `${settings}timeZone: America/New_York`,
      "news/2017/a.md": article("date: 2017-07-07 10:34"),
    };
    expect(site(files).articles[0]?.date.iso).toBe("2017-07-07T10:34:00-04:00");
  });

  test("tells its language, also where it has problems", () => {
    const english = { "site.yaml": `${settings}lang: en` };
    expect(load(english).language).toBe("en");
    expect(load({ ...english, "a.txt": "" }).language).toBe("en");
    expect(load({}).language).toBe("zh-Hans");
  });

  test("has an article's picture as a path and among its files", () => {
    const { articles, assets } = site({
      "news/2017/a.md": article("date: 2017-07-07\nimage: ../图.png"),
      "news/图.png": "",
    });
    expect(articles[0]?.picture).toBe("news/图.png");
    expect(assets).toEqual(["news/图.png"]);
  });

  test("has the files that something published uses, and no others", () => {
    const { assets } = site({
      "news/2017/a.md": plain("![图](图.png) [报](/news/2017/年报.pdf)"),
      "news/2017/b.md": article("date: 2017-07-07\ndraft: true", "![图](稿.png)"),
      "news/2017/图.png": "",
      "news/2017/年报.pdf": "",
      "news/2017/稿.png": "",
      "news/2017/余.png": "",
    });
    expect(assets).toEqual(["news/2017/图.png", "news/2017/年报.pdf"]);
  });
});

describe("what is withheld", () => {
  const files = {
    "news/2017/a.md": plain("[稿](b.md#一)、[旧](/old/b.html)、[页](../../pages/c.md)、[丁](d.md)"),
    "news/2017/b.md": article("date: 2017-07-07\ndraft: true\naliases: /old/b.html", "## 一"),
    "news/2018/later.md": article("date: 2018-01-01 08:01"),
    "news/2017/d.md": article("date: 2018-01-01 08:00"),
    "pages/c.md": "---\ntitle: 丙\ndraft: true\n---\n",
  };

  test("is not on the site, and is told with its reason", () => {
    const { articles, standingPages, withheld } = site(files);
    expect(articles.map(({ path }) => path)).toEqual(["news/2017/d.md", "news/2017/a.md"]);
    expect(standingPages).toEqual([]);
    expect(withheld.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "news/2017/b.md draft",
      "news/2018/later.md scheduled",
      "pages/c.md draft",
    ]);
  });

  test("is not linked to, under no address of its own", () => {
    const { articles } = site(files);
    const { html = "" } = articles.find(({ path }) => path === "news/2017/a.md") ?? {};
    expect(html).toBe('<p>稿、旧、页、<a href="/news/2017/d.html">丁</a></p>\n');
  });

  test("must be right all the same", () => {
    const draft = article("date: 2017-07-07\ndraft: true", "[甲](没有.md)");
    expect(problems({ "news/2017/a.md": draft })).toEqual(["news/2017/a.md:6:5 link-missing"]);
  });
});

describe("problems", () => {
  test("of all files are told together, sorted", () => {
    const files = {
      "news/2017/b.md": article("date: 昨天", "# 题\n\n[甲](javascript:x)"),
      "news/2017/a.md": "正文",
      "news/2017/B.md": article("date: 2017-07-07\nlayout: x\npinned: 是"),
      "news/x.js": "",
      "pages/index.md": "---\ntitle: 甲\n---\n正文",
    };
    expect(problems(files)).toEqual([
      "news/2017/B.md:4:1 field-unknown",
      "news/2017/B.md:5:9 field-yes-no",
      "news/2017/a.md:1:1 front-matter-open",
      "news/2017/b.md:1:1 address-taken",
      "news/2017/b.md:3:7 date-format",
      "news/2017/b.md:5:1 heading-level",
      "news/2017/b.md:7:5 link-scheme",
      "news/x.js:1:1 file-unexpected",
      "pages/index.md:1:1 address-taken",
    ]);
  });

  test("of one file are told together, whatever finds them", () => {
    const head = "date: 2017-07-07\npinned: 是\nimage: no.png";
    expect(
      problems({ "news/2017/a.md": article(head, "# 题\n\n[x](no.md)\n\n![x](no.jpg)\n") }),
    ).toEqual([
      "news/2017/a.md:4:9 field-yes-no",
      "news/2017/a.md:5:8 image-missing",
      "news/2017/a.md:7:1 heading-level",
      "news/2017/a.md:9:5 link-missing",
      "news/2017/a.md:11:6 image-missing",
    ]);
  });

  test("of articles are told also where site.yaml is wrong", () => {
    expect(problems({ "site.yaml": "标题：甲", "news/2017/a.md": "正文" })).toEqual([
      "news/2017/a.md:1:1 front-matter-open",
      "site.yaml:1:3 yaml-colon",
    ]);
  });

  test("a file with a problem is not reported once more by those who link to it", () => {
    expect(problems({ "news/2017/a.md": plain("[乙](b.md#一)"), "news/2017/b.md": "" })).toEqual([
      "news/2017/b.md:1:1 front-matter-open",
    ]);
  });

  test("a folder that is no column is told once", () => {
    const files = { "culture/2017/a.md": plain("甲"), "culture/2017/b.md": plain("乙") };
    expect(problems(files)).toEqual(["culture/2017/a.md:1:1 column-unknown"]);
  });

  test("navigation may lead to columns, standing pages, archive and site map", () => {
    const items =
      "navigation:\n  - column: news\n  - page: about\n  - page: archive\n  - page: sitemap\n";
    const about = { "pages/about.md": "---\ntitle: 关于\n---\n本会。" };
    expect(problems({ "site.yaml": settings + items, ...about })).toEqual([]);
    expect(problems({ "site.yaml": settings + items })).toEqual([
      "site.yaml:6:11 navigation-unknown",
    ]);
  });
});

describe("links", () => {
  test.each([
    ["to a file", "[甲](b.md)", []],
    ["to a heading of it", "[甲](b.md#一)", []],
    ["to a heading of this page", "## 二\n\n[甲](#二)", []],
    ["to the address of a file", "[甲](/news/2017/b.html#一)", []],
    ["to its former address", "[甲](/old/b.html)", []],
    ["to a column", "[甲](/news/) [乙](/news/index.html)", []],
    ["to the home page", "[甲](/)", []],
    ["to an attachment", "[甲](年报.pdf)", []],
    ["to a missing file", "甲[乙](c.md)", ["6:6 link-missing"]],
    ["to a file in another case", "[甲](B.md)", ["6:5 link-missing"]],
    ["to HTML that has no file", "[甲](b.html)", ["6:5 link-missing"]],
    ["to a missing address", "[甲](/news/2017/c.html)", ["6:5 link-missing"]],
    ["to a folder", "[甲](./)", ["6:5 link-missing"]],
    ["to a column that is none", "[甲](/culture/)", ["6:5 link-missing"]],
    ["to site.yaml", "[甲](../../site.yaml)", ["6:5 link-missing"]],
    ["to a missing heading", "[甲](b.md#二)", ["6:5 link-fragment"]],
    ["to a missing heading of this page", "[甲](#main)", ["6:5 link-fragment"]],
    ["a missing image", "甲\n![乙](c.png)", ["7:6 image-missing"]],
  ])("%s", (_, body, told) => {
    const found = problems({
      "news/2017/a.md": article("date: 2017-07-07\nsource: 甲", body),
      "news/2017/b.md": article("date: 2017-07-07\naliases: /old/b.html", "## 一"),
      "news/2017/年报.pdf": "",
    });
    const unused = body.includes("年报") ? [] : ["news/2017/年报.pdf:1:1 asset-unused"];
    expect(found).toEqual([...told.map((place) => `news/2017/a.md:${place}`), ...unused]);
  });

  test.each([
    ["map.png", "image-missing"],
    ["map.svg", "image-type"],
    ["../../../map.png", "image-type"],
  ])("the picture %s: %s", (image, code) => {
    const files = { "news/2017/a.md": article(`date: 2017-07-07\nimage: ${image}`) };
    expect(problems(files)).toEqual([`news/2017/a.md:4:8 ${code}`]);
  });
});

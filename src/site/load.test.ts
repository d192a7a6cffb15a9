import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { pngOf, samplePdf, samplePng } from "../testing/samples.ts";
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
function load(files: Record<string, string | Buffer>, now = Date.UTC(2018, 0, 1)) {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  folders.push(folder);
  for (const [path, text] of Object.entries({ "site.yaml": settings, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return loadSite({ folder, now });
}

async function site(files: Record<string, string | Buffer>) {
  const loaded = await load(files);
  if (!loaded.site) throw new Error(JSON.stringify(loaded.problems));
  return loaded.site;
}

async function problems(files: Record<string, string | Buffer>) {
  const loaded = await load(files);
  return loaded.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

describe("a site", () => {
  test("has its articles newest first, and by path where dates are equal", async () => {
    const { articles } = await site({
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

  test("reads dates in its own zone", async () => {
    const files = {
      "site.yaml": `${settings}timeZone: America/New_York`,
      "news/2017/a.md": article("date: 2017-07-07 10:34"),
    };
    expect((await site(files)).articles[0]?.date.iso).toBe("2017-07-07T10:34:00-04:00");
  });

  test("tells its language, also where it has problems", async () => {
    const english = { "site.yaml": `${settings}lang: en` };
    expect((await load(english)).language).toBe("en");
    expect((await load({ ...english, "a.txt": "" })).language).toBe("en");
    expect((await load({})).language).toBe("zh-Hans");
  });

  test("has an article's picture as a path and among its files", async () => {
    const { articles, assets } = await site({
      "news/2017/a.md": article("date: 2017-07-07\nimage: ../图.png"),
      "news/图.png": samplePng,
    });
    expect(articles[0]?.picture).toBe("news/图.png");
    expect(assets).toEqual(["news/图.png"]);
  });

  test("has the files that something published uses, and no others", async () => {
    const { assets } = await site({
      "news/2017/a.md": plain("![图](图.png) [报](/news/2017/年报.pdf)"),
      "news/2017/b.md": article("date: 2017-07-07\ndraft: true", "![图](稿.png)"),
      "news/2017/图.png": samplePng,
      "news/2017/年报.pdf": samplePdf,
      "news/2017/稿.png": samplePng,
      "news/2017/余.png": samplePng,
    });
    expect(assets).toEqual(["news/2017/图.png", "news/2017/年报.pdf"]);
  });
});

describe("what is withdrawn", () => {
  const head = "date: 2017-07-07\nwithdrawn: 引文有误。\naliases: /old/b.html";
  const files = {
    "news/2017/a.md": plain("[撤](b.md)、[旧](/old/b.html) ![共](共.png)"),
    "news/2017/b.md": article(head, "![图](独.png) ![共](共.png)"),
    "news/2017/独.png": samplePng,
    "news/2017/共.png": samplePng,
  };

  test("is no article of the site, and its own images and attachments are not published", async () => {
    const { articles, withdrawn, assets, bodies } = await site(files);
    expect(articles.map(({ path }) => path)).toEqual(["news/2017/a.md"]);
    expect(withdrawn.map(({ path }) => path)).toEqual(["news/2017/b.md"]);
    expect(assets).toEqual(["news/2017/共.png"]);
    const [linking] = articles;
    expect(linking && bodies.get(linking.body)).toContain('<a href="/news/2017/b.html">撤</a>');
  });

  test("needs no text, and its title may be used again on the same day", async () => {
    const withdrawn = article("date: 2017-07-07\nwithdrawn: 引文有误。", "");
    const same = { "news/2017/a.md": plain("正文。"), "news/2017/b.md": withdrawn };
    expect(await problems(same)).toEqual([]);
  });

  test("is withheld where it is a draft as well", async () => {
    const both = article("date: 2017-07-07\nwithdrawn: 引文有误。\ndraft: true");
    const { withdrawn, withheld } = await site({ "news/2017/b.md": both });
    expect([withdrawn, withheld.map(({ reason }) => reason)]).toEqual([[], ["draft"]]);
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

  test("is not on the site, and is told with its reason", async () => {
    const { articles, standingPages, withheld } = await site(files);
    expect(articles.map(({ path }) => path)).toEqual(["news/2017/d.md", "news/2017/a.md"]);
    expect(standingPages).toEqual([]);
    expect(withheld.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "news/2017/b.md draft",
      "news/2018/later.md scheduled",
      "pages/c.md draft",
    ]);
  });

  test("is not linked to, under no address of its own", async () => {
    const { articles, bodies } = await site(files);
    const { body = "" } = articles.find(({ path }) => path === "news/2017/a.md") ?? {};
    expect(bodies.get(body)).toBe('<p>稿、旧、页、<a href="/news/2017/d.html">丁</a></p>\n');
  });

  test("must be right all the same", async () => {
    const draft = article("date: 2017-07-07\ndraft: true", "[甲](没有.md)");
    expect(await problems({ "news/2017/a.md": draft })).toEqual([
      "news/2017/a.md:6:5 link-missing",
    ]);
  });
});

describe("problems", () => {
  test("of all files are told together, sorted", async () => {
    const files = {
      "news/2017/b.md": article("date: 昨天", "# 题\n\n[甲](javascript:x)"),
      "news/2017/a.md": "正文",
      "news/2017/B.md": article("date: 2017-07-07\nlayout: x\npinned: 是"),
      "news/x.js": "",
      "pages/index.md": "---\ntitle: 甲\n---\n正文",
    };
    expect(await problems(files)).toEqual([
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

  test("of one file are told together, whatever finds them", async () => {
    const head = "date: 2017-07-07\npinned: 是\nimage: no.png";
    expect(
      await problems({ "news/2017/a.md": article(head, "# 题\n\n[x](no.md)\n\n![x](no.jpg)\n") }),
    ).toEqual([
      "news/2017/a.md:4:9 field-yes-no",
      "news/2017/a.md:5:8 image-missing",
      "news/2017/a.md:7:1 heading-level",
      "news/2017/a.md:9:5 link-missing",
      "news/2017/a.md:11:6 image-missing",
    ]);
  });

  test("of articles are told also where site.yaml is wrong", async () => {
    expect(await problems({ "site.yaml": "标题：甲", "news/2017/a.md": "正文" })).toEqual([
      "news/2017/a.md:1:1 front-matter-open",
      "site.yaml:1:3 yaml-colon",
    ]);
  });

  test("a file with a problem is not reported once more by those who link to it", async () => {
    expect(
      await problems({ "news/2017/a.md": plain("[乙](b.md#一)"), "news/2017/b.md": "" }),
    ).toEqual(["news/2017/b.md:1:1 front-matter-open"]);
  });

  test("a folder that is no column is told once", async () => {
    const files = { "culture/2017/a.md": plain("甲"), "culture/2017/b.md": plain("乙") };
    expect(await problems(files)).toEqual(["culture/2017/a.md:1:1 column-unknown"]);
  });

  test("navigation may lead to columns, standing pages, archive, indexes and site map", async () => {
    const pages = ["about", "archive", "tags", "authors", "sources", "sitemap"];
    const items = `navigation:\n  - column: news\n${pages.map((name) => `  - page: ${name}\n`).join("")}`;
    const about = { "pages/about.md": "---\ntitle: 关于\n---\n本会。" };
    expect(await problems({ "site.yaml": settings + items, ...about })).toEqual([]);
    expect(await problems({ "site.yaml": settings + items })).toEqual([
      "site.yaml:6:11 navigation-unknown",
    ]);
  });
});

describe("what is wrong with an image or attachment", () => {
  const empty = Buffer.alloc(0);

  test("is told once for each article that uses it, at the first place", async () => {
    const files = {
      "news/2017/a.md": plain("甲 [图](b.png)\n\n![图](b.png)"),
      "news/2017/b.md": article("date: 2017-07-07\nimage: b.png", "![图](b.png)"),
      "news/2017/c.md": article("date: 2017-07-07\ndraft: true", "[图](/news/2017/b.png)"),
      "pages/about.md": "---\ntitle: 关于\n---\n![图](../news/2017/b.png)",
      "news/2017/b.png": empty,
    };
    expect(await problems(files)).toEqual([
      "news/2017/a.md:5:7 asset-type",
      "news/2017/b.md:4:8 asset-type",
      "news/2017/c.md:6:5 asset-type",
      "pages/about.md:4:6 asset-type",
    ]);
  });

  test("is told at the file where no article uses it", async () => {
    const files = { "news/b.png": empty, "news/a.pdf": empty, "news/2017/a.md": plain("甲") };
    expect(await problems(files)).toEqual([
      "news/a.pdf:1:1 asset-type",
      "news/b.png:1:1 asset-type",
    ]);
  });

  test("is told also where other things are wrong with the article and with site.yaml", async () => {
    const files = {
      "site.yaml": "标题：甲",
      "news/2017/a.md": article("date: 昨天", "![图](b.png)"),
      "news/2017/b.png": empty,
    };
    expect(await problems(files)).toEqual([
      "news/2017/a.md:3:7 date-format",
      "news/2017/a.md:5:6 asset-type",
      "site.yaml:1:3 yaml-colon",
    ]);
  });

  test("depends on the limits of site.yaml", async () => {
    const files = { "news/b.png": pngOf(2000, 1000), "news/2017/a.md": plain("甲") };
    const limited = { ...files, "site.yaml": `${settings}limits: { pixels: 1 }\n` };
    expect(await problems(files)).toEqual(["news/b.png:1:1 asset-unused"]);
    expect(await problems(limited)).toEqual(["news/b.png:1:1 image-pixels"]);
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
  ])("%s", async (_, body, told) => {
    const found = await problems({
      "news/2017/a.md": article("date: 2017-07-07\nsource: 甲", body),
      "news/2017/b.md": article("date: 2017-07-07\naliases: /old/b.html", "## 一"),
      "news/2017/年报.pdf": samplePdf,
    });
    const unused = body.includes("年报") ? [] : ["news/2017/年报.pdf:1:1 asset-unused"];
    expect(found).toEqual([...told.map((place) => `news/2017/a.md:${place}`), ...unused]);
  });

  test.each([
    ["map.png", "image-missing"],
    ["map.svg", "image-type"],
    ["../../../map.png", "image-type"],
  ])("the picture %s: %s", async (image, code) => {
    const files = { "news/2017/a.md": article(`date: 2017-07-07\nimage: ${image}`) };
    expect(await problems(files)).toEqual([`news/2017/a.md:4:8 ${code}`]);
  });
});

test("of a page's many headings only some are named to whoever links to one that is not there", async () => {
  const headings = Array.from({ length: 3000 }, (_, at) => `## 第${at}节\n`).join("\n");
  const links = Array.from({ length: 3000 }, () => "[节](#没有)").join("\n");
  const { problems } = await load({ "news/2017/a.md": plain(`${headings}\n${links}`) });
  expect(problems.length).toBe(3000);
  for (const { params } of problems) expect(params["known"]).toHaveLength(20);
});

describe("a link to a heading that is not there says what can be done", () => {
  const here = { text: "甲", bare: "", isHere: true, heading: "二" };

  test.each([
    ["[甲](#二)", { ...here, known: [] }],
    ["## 一\n\n[甲](#二)", { ...here, known: ["#一"] }],
    ["[甲](a.md#二)", { ...here, bare: "a.md", known: [] }],
    ["[甲](b.md#二)", { ...here, bare: "b.md", isHere: false, known: [] }],
  ])("%s", async (body, params) => {
    const files = { "news/2017/a.md": plain(body), "news/2017/b.md": plain("乙") };
    expect((await load(files)).problems).toMatchObject([{ code: "link-fragment", params }]);
  });

  test.each(["第 一", "A", "main"])("no heading of %s would have this name", async (fragment) => {
    const { problems } = await load({ "news/2017/a.md": plain(`[甲](<#${fragment}>)`) });
    expect(problems[0]?.params).not.toHaveProperty("heading");
  });
});

test.each([
  ["www.example.org", "https://www.example.org"],
  ["example.gov.cn/甲.html", "https://example.gov.cn/甲.html"],
  ["https：//a.cn/b", "https://a.cn/b"],
  ["b.md", undefined],
  ["com.md", undefined],
  ["2016/1122.md", undefined],
])("the link %s may be a web address: %s", async (href, web) => {
  const { problems } = await load({ "news/2017/a.md": plain(`[甲](${href})`) });
  expect(problems).toMatchObject([{ code: "link-missing", params: { text: "甲" } }]);
  expect(problems[0]?.params["web"]).toBe(web);
});

describe("a link to a file that lies there but can't be used says why", () => {
  test.each([
    ["表.doc", "表.doc", { refused: "kind", ending: ".doc" }],
    ["图.svg", "/news/2017/图.svg", { refused: "kind", ending: ".svg" }],
    ["a b.docx", "a%20b.docx", { refused: "name" }],
    ["a b.png", "<a b.png>", { refused: "name" }],
  ])("%s", async (name, href, params) => {
    const body = `${name.endsWith(".png") ? "!" : ""}[甲](${href})`;
    const loaded = await load({ "news/2017/a.md": plain(body), [`news/2017/${name}`]: "" });
    const found = loaded.problems.find(({ code }) => /^(?:link|image)-missing$/.test(code));
    expect(found?.params).toMatchObject(params);
  });
});

test("a column's id that is used twice is told with the line of the first", async () => {
  const columns =
    "columns:\n  - { id: a, title: 甲 }\n  - { id: b, title: 乙 }\n  - { id: a, title: 丙 }";
  const { problems } = await load({ "site.yaml": `title: 晋绥\nurl: https://a.cn\n${columns}` });
  expect(problems).toMatchObject([{ code: "column-twice", line: 6, params: { line: 4 } }]);
});

test.each([
  ["兴县，历史", "[兴县, 历史]"],
  ["【兴县，历史】", "[兴县, 历史]"],
  ["（兴县、历史）", "[兴县, 历史]"],
])("tags: %s is told with the list that is meant", async (tags, suggestion) => {
  const { problems } = await load({ "news/2017/a.md": article(`date: 2017-07-07\ntags: ${tags}`) });
  expect(problems).toMatchObject([{ code: "tag-separator", params: { suggestion } }]);
});

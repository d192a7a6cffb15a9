import { describe, expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { articleFields, siteFields, standingPageFields } from "./schema.ts";
import { validate } from "./validate.ts";
import { parseYaml } from "./yaml.ts";

const article = articleFields("Asia/Shanghai");
const head = "title: 晋绥\ndate: 2017-07-07\n";
const site = "title: 晋绥\nurl: https://example.org\ncolumns: [{ id: news, title: 动态 }]\n";

function check(schema: Parameters<typeof validate>[1], yaml: string) {
  const problems: Problem[] = [];
  const report = (found: Problem) => problems.push(found);
  const source = parseYaml("a.md", yaml, report);
  const data = source && validate("a.md", schema, source, report);
  const told = problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
  return { data: data as Record<string, unknown> | undefined, told, problems };
}

test.each([
  [
    "a tag of 31 characters",
    `tags: [${"字".repeat(31)}]`,
    { max: 30, unit: "characters", count: 31 },
  ],
  ["51 tags", `tags: [${Array(51).fill("甲").join(", ")}]`, { max: 50, unit: "items", count: 51 }],
])("%s: what there is too much of", (_, yaml, params) => {
  expect(check(article, head + yaml).problems).toMatchObject([{ code: "field-long", params }]);
});

describe("an article that is right", () => {
  test("all fields", () => {
    const { data, told } = check(
      article,
      `title: " 兴县见闻 "
date: 2017-07-07 10:34
source: { name: 兴县先锋, url: https://example.org/甲 }
author: [张三, 李四]
editor: 王五
summary: |
  第一行
  第二行
tags: 历史
image: 地图.png
updated: 2017-08-01
pinned: true
draft: false
expires: 2018-01-01
aliases: /old/123.html
correction: 更正了第二段。
withdrawn: 撤稿。
`,
    );
    expect(told).toEqual([]);
    expect(data).toMatchObject({
      title: "兴县见闻",
      date: { day: "2017-07-07", time: "10:34" },
      source: { name: "兴县先锋", url: "https://example.org/%E7%94%B2" },
      author: ["张三", "李四"],
      summary: "第一行\n第二行",
      tags: ["历史"],
      pinned: true,
      draft: false,
      expires: { day: "2018-01-01" },
      aliases: ["/old/123.html"],
    });
  });

  test("a source may be a text", () => {
    expect(check(article, `${head}source: 兴县先锋`).data?.["source"]).toEqual({
      name: "兴县先锋",
    });
  });

  test("values that look like code or like names of JavaScript are only text", () => {
    const { data } = check(article, `${head}editor: constructor\nauthor: "{{ x }}"`);
    expect(data).toMatchObject({ editor: "constructor", author: ["{{ x }}"] });
  });

  test("optional fields that are left empty count as absent", () => {
    const { data, told } = check(
      article,
      `${head}editor:\nsource: { name: 甲, url: }\nsummary: ""`,
    );
    expect(told).toEqual([]);
    expect(Object.keys(data ?? {})).toEqual(["title", "date", "source"]);
  });

  test("120 characters are not too long for a title", () => {
    expect(check(article, `title: ${"字".repeat(120)}\ndate: 2017-07-07`).told).toEqual([]);
  });
});

describe("problems of an article", () => {
  test.each([
    ["nothing at all", "", ["1:1 field-required", "1:1 field-required"]],
    ["no title", "date: 2017-07-07", ["1:1 field-required"]],
    ["an empty title", "date: 2017-07-07\ntitle:", ["2:1 field-required"]],
    ["a title of spaces", 'date: 2017-07-07\ntitle: "　 "', ["2:8 field-required"]],
    ["a title of 121", `title: ${"字".repeat(121)}\ndate: 2017-07-07`, ["1:8 field-long"]],
    ["a title of lines", "title: |\n  甲\n  乙\ndate: 2017-07-07", ["1:8 field-line-break"]],
    ["a title in brackets", "title: [甲]\ndate: 2017-07-07", ["1:8 field-text"]],
    ["a date with slashes", "title: 甲\ndate: 2024/1/2", ["2:7 date-format"]],
    ["30 February", "title: 甲\ndate: 2024-02-30", ["2:7 date-calendar"]],
    ["a wrong expiry", `${head}expires: 明年`, ["3:10 date-format"]],
    ["a date as list", "title: 甲\ndate: [2024-01-02]", ["2:7 field-text"]],
    ["an unknown field", `${head}permalink: ../../x`, ["3:1 field-unknown"]],
    [
      "two of them",
      `${head}layout: x\neleventyComputed: y`,
      ["3:1 field-unknown", "4:1 field-unknown"],
    ],
    ["__proto__", `${head}__proto__: { admin: 是 }`, ["3:1 field-unknown"]],
    ["constructor", `${head}constructor: 甲`, ["3:1 field-unknown"]],
    [
      "an unknown field further in",
      `${head}source:\n  name: 甲\n  link: 乙`,
      ["5:3 field-unknown"],
    ],
    ["__proto__ further in", `${head}source: { name: 甲, __proto__: 乙 }`, ["3:20 field-unknown"]],
    ["a list as source", `${head}source: [甲]`, ["3:9 field-map"]],
    ["a source without name", `${head}source: { url: "https://a.cn" }`, ["3:9 field-required"]],
    ["a source of 121", `${head}source: ${"字".repeat(121)}`, ["3:9 field-long"]],
    ["a source's wrong address", `${head}source: { name: 甲, url: a.cn }`, ["3:25 url-format"]],
    ["a map as author", `${head}author: { name: 甲 }`, ["3:9 field-list"]],
    ["an author too long", `${head}author: [甲, ${"乙".repeat(61)}]`, ["3:13 field-long"]],
    ["a wrong switch", `${head}draft: 是`, ["3:8 field-yes-no"]],
    ["a wrong former address", `${head}aliases: [/a.html, old.html]`, ["3:20 alias-format"]],
    [
      "one below a folder of a file's name",
      `${head}aliases: /a.html/b.html`,
      ["3:10 alias-format"],
    ],
    [
      "one below a folder with a last dot",
      `${head}aliases: /a.html./b.html`,
      ["3:10 alias-format"],
    ],
    ["a former address that climbs", `${head}aliases: /a/../b.html`, ["3:10 alias-format"]],
  ])("%s", (_, yaml, told) => {
    const found = check(article, yaml);
    expect(found.told).toEqual(told);
    expect(found.data).toBeUndefined();
  });

  test("all mistakes are told at once, and a field under another name once", () => {
    expect(check(article, "titel: 甲\ndate: 昨天\ndraft: 否").told.sort()).toEqual([
      "1:1 field-unknown",
      "2:7 date-format",
      "3:8 field-yes-no",
    ]);
  });

  test.each([
    ["titel", "title"],
    ["Title", "title"],
    ["auther", "author"],
    ["tag", "tags"],
    ["标题", "title"],
    ["发布日期", "date"],
    ["置顶", "pinned"],
    ["permalink", undefined],
    ["layout", undefined],
    ["constructor", undefined],
    ["toString", undefined],
  ])("for “%s” the guess is %s", (key, guess) => {
    const { problems } = check(article, `${head}${key}: 甲`);
    expect(problems[0]?.params["key"]).toBe(key);
    expect(problems[0]?.params["guess"]).toBe(guess);
  });

  test.each([
    ["source:\nname: 甲", [["source:", "  name: 甲"]]],
    [
      "source:\nname: 甲\nurl: https://a.cn",
      [
        ["source:", "  name: 甲"],
        ["source:", "  url: https://a.cn"],
      ],
    ],
    ["name: 甲", [undefined]],
    ["source: 乙\nname: 甲", [undefined]],
  ])("%j: what lacks the spaces before it is shown with them", (yaml, lines) => {
    const { problems } = check(article, head + yaml);
    expect(problems.map(({ code, params }) => [code, params["lines"]])).toEqual(
      lines.map((shown) => ["field-unknown", shown]),
    );
  });

  test.each([
    ["tags:\n  - name: 甲", true],
    ["editor: [甲]", false],
  ])("%j: whether an item is no text, or the field", (yaml, item) => {
    expect(check(article, head + yaml).problems).toMatchObject([
      { code: "field-text", params: { item } },
    ]);
  });

  test("what an unknown field means may be there already", () => {
    const { problems } = check(article, `${head}标题: 甲`);
    expect(problems).toMatchObject([{ params: { guess: "title", isTwice: true } }]);
    expect(check(article, `${head}标签: 甲`).problems[0]?.params).not.toHaveProperty("isTwice");
  });

  test("a standing page has no date", () => {
    const schema = standingPageFields("Asia/Shanghai");
    expect(check(schema, "title: 关于").told).toEqual([]);
    expect(check(schema, head).told).toEqual(["2:1 field-unknown"]);
  });
});

describe("site.yaml", () => {
  test("what is not written has its default", () => {
    expect(check(siteFields, site).data).toEqual({
      title: "晋绥",
      url: "https://example.org",
      lang: "zh-Hans",
      latest: "baked",
      search: true,
      timeZone: "Asia/Shanghai",
      columns: [{ id: "news", title: "动态" }],
      footer: {},
      pageSize: 20,
      limits: { image: 20, attachment: 100, pixels: 60 },
    });
  });

  test("of the limits each has its own default", () => {
    const { data } = check(siteFields, `${site}limits:\n  image: 5\n  pixels:\n`);
    expect(data?.["limits"]).toEqual({ image: 5, attachment: 100, pixels: 60 });
  });

  test("optional fields that are left empty count as absent, in lists too", () => {
    const yaml = "title: 甲\nurl: https://example.org\ncolumns:\n  - id: news\n    title: 乙\n";
    const empty = "    description:\nnavigation:\n  - column: news\n    page:\nfooter:\n  icp:\n";
    const { data, told } = check(siteFields, yaml + empty);
    expect(told).toEqual([]);
    expect(data).toMatchObject({ columns: [{ id: "news", title: "乙" }], footer: {} });
    expect(data?.["navigation"]).toEqual([{ column: "news" }]);
  });

  const columns = "columns: [{ id: news, title: 动态 }]\n";
  const start = "title: 晋绥\nurl: https://example.org\n";
  test.each([
    ["no columns", start, ["1:1 field-required"]],
    ["an empty list of columns", `${start}columns: []`, ["3:10 field-required"]],
    ["a text as columns", `${start}columns: 动态`, ["3:10 field-list"]],
    ["a text as a column", `${start}columns:\n  - 动态`, ["4:5 field-map"]],
    ["a column without title", `${start}columns:\n  - id: news`, ["4:5 field-required"]],
    ["a Han id", `${start}columns: [{ id: 动态, title: 甲 }]`, ["3:17 column-id"]],
    ["a reserved id", `${start}columns: [{ id: archive, title: 甲 }]`, ["3:17 column-id"]],
    ["an id of the search", `${start}columns: [{ id: search, title: 甲 }]`, ["3:17 column-id"]],
    ["a device as id", `${start}columns: [{ id: con, title: 甲 }]`, ["3:17 column-id"]],
    [
      "an id twice",
      `${start}columns:\n  - { id: a, title: 甲 }\n  - { id: a, title: 乙 }`,
      ["5:11 column-twice"],
    ],
    ["an address with a path", `title: 甲\nurl: https://a.cn/甲\n${columns}`, ["2:6 url-origin"]],
    [
      "an address with a name in it",
      `title: 甲\nurl: https://a@b.cn\n${columns}`,
      ["2:6 url-format"],
    ],
    ["an address of no web site", `title: 甲\nurl: ftp://a.cn\n${columns}`, ["2:6 url-format"]],
    ["an unknown language", `${site}lang: zh-CN`, ["4:7 field-choice"]],
    ["an unknown time zone", `${site}timeZone: Asia/Beijing`, ["4:11 time-zone"]],
    ["a page size too small", `${site}pageSize: 4`, ["4:11 field-number"]],
    ["a page size in words", `${site}pageSize: 二十`, ["4:11 field-number"]],
    ["a limit of nothing", `${site}limits: { image: 0 }`, ["4:18 field-number"]],
    ["a limit with its unit", `${site}limits: { image: 20 MB }`, ["4:18 field-number"]],
    ["an unknown limit", `${site}limits: { images: 20 }`, ["4:11 field-unknown"]],
    ["an item that leads nowhere", `${site}navigation:\n  - title: 甲`, ["5:5 navigation-item"]],
    [
      "an item that leads twice",
      `${site}navigation: [{ column: news, page: a }]`,
      ["4:14 navigation-item"],
    ],
    ["a text as footer", `${site}footer: 主办`, ["4:9 field-map"]],
    ["an unknown field of it", `${site}footer:\n  ipc: 晋`, ["5:3 field-unknown"]],
  ])("%s", (_, yaml, told) => {
    expect(check(siteFields, yaml).told).toEqual(told);
  });
});

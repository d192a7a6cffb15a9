import { describe, expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { parseYaml } from "./yaml.ts";

function parse(source: string) {
  const problems: Problem[] = [];
  const parsed = parseYaml("a.md", source, (found) => problems.push(found));
  const told = problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
  return { value: parsed?.value, positionOf: parsed?.positionOf, told, problems };
}

describe("values", () => {
  test.each([
    ["no"],
    ["yes"],
    ["true"],
    ["null"],
    ["~"],
    ["1.10"],
    ["0751"],
    ["0x1F"],
    ["1e3"],
    [".inf"],
    ["12:30:45"],
    ["2017-07-07"],
    ["2017-07-07T10:34:00+08:00"],
    ["<<"],
    ["晋绥：见闻"],
    ["http://example.org/甲"],
    ["--- 晋绥"],
    [":晋绥"],
  ])("%s stays the text that was written", (written) => {
    expect(parse(`a: ${written}`)).toMatchObject({ value: { a: written }, told: [] });
  });

  test("a directive does not bring another schema in", () => {
    expect(parse("%YAML 1.1\n---\na: no\nb: 2017-07-07").value).toMatchObject({
      a: "no",
      b: "2017-07-07",
    });
  });

  test("maps and lists, quotes and blocks", () => {
    const { value } = parse("甲: [一, 二]\n乙: { c: '三' }\n丙: |\n  四\n  五\n丁: \"六\\n七\"");
    expect(JSON.stringify(value)).toBe(
      '{"甲":["一","二"],"乙":{"c":"三"},"丙":"四\\n五\\n","丁":"六\\n七"}',
    );
  });

  test("an item may start with a colon", () => {
    expect(parse("tags:\n- :晋绥").value).toMatchObject({ tags: [":晋绥"] });
  });

  test("what is left empty is an empty text", () => {
    expect(parse("a:\nb: ''\nc: [一, , 二]").told).not.toEqual([]);
    expect(parse("a:\nb: ''").value).toMatchObject({ a: "", b: "" });
    expect(parse("").value).toEqual({});
    expect(parse("\n# 注\n").value).toEqual({});
  });

  test("names of Object.prototype are keys like any other", () => {
    const { value } = parse("__proto__: { polluted: 是 }\nconstructor: 甲\ntoString: 乙");
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value ?? {})).toEqual(["__proto__", "constructor", "toString"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("problems", () => {
  test.each([
    ["a full-width colon", "标题：晋绥", "1:3 yaml-colon"],
    ["a full-width colon after a space", "title ：晋绥", "1:6 yaml-colon"],
    ["a small colon", "title﹕晋绥", "1:6 yaml-colon"],
    ["no space after the colon", "title:晋绥", "1:6 yaml-colon"],
    ["a space before the colon", "title : 晋绥", "1:6 yaml-colon"],
    ["a full-width colon further in", "footer:\n  icp: 晋\n  email：甲", "3:8 yaml-colon"],
    ["a tab as indentation", "footer:\n\ticp: 晋", "2:1 yaml-tab"],
    ["a tab after spaces", "footer:\n  \ticp: 晋", "2:3 yaml-tab"],
    ["a key twice", "title: 甲\ndate: 乙\ntitle: 丙", "3:1 yaml-duplicate-key"],
    ["a key twice further in", "source: { name: 甲, name: 乙 }", "1:20 yaml-duplicate-key"],
    ["__proto__ twice", "__proto__: 甲\n__proto__: 乙", "2:1 yaml-duplicate-key"],
    ["an anchor", "title: &甲 乙", "1:8 yaml-alias"],
    ["an alias", "title: *甲", "1:8 yaml-alias"],
    ["an alias as an item", "tags: [甲, *乙]", "1:11 yaml-alias"],
    ["an anchor on a key", "&甲 title: 乙", "1:1 yaml-alias"],
    ["an alias as a key", "title: 甲\n*乙 : 丙", "2:1 yaml-alias"],
    ["a tag on a key", "!!str title: 甲", "1:1 yaml-tag"],
    ["a key that is a list", "[甲]: 乙", "1:1 yaml-syntax"],
    ["a control character in a key", '"a\\u0000": 甲', "1:1 control-character"],
    ["half a character in a key", '"\\uD800": 甲', "1:1 control-character"],
    ["a list that is nested endlessly", `a: ${"[".repeat(100_000)}`, "1:54 yaml-depth"],
    ["a list that is nested a little", `a: ${"[".repeat(10)}`, "1:14 yaml-syntax"],
    ["a tag", "title: !!str 晋绥", "1:8 yaml-tag"],
    ["a tag that would run code", "title: !!js/function '甲'", "1:8 yaml-tag"],
    ["a tag on a list", "tags: !!set [甲]", "1:7 yaml-tag"],
    ["a list at the top", "- 甲", "1:1 yaml-not-map"],
    ["a text at the top", "晋绥", "1:1 yaml-not-map"],
    ["a colon in a value", "title: 晋绥: 见闻", "1:10 yaml-syntax"],
    ["a quote without end", 'title: "晋绥', "1:11 yaml-syntax"],
    ["a bracket without end", "tags: [晋, 绥", "1:12 yaml-syntax"],
    ["a list as key", "? [甲]\n: 乙", "1:3 yaml-syntax"],
    ["a second document", "title: 甲\n---\ndate: 乙", "2:1 yaml-syntax"],
    ["an end of the document", "title: 甲\n...\ndate: 乙", "3:1 yaml-syntax"],
    ["an escaped control character", 'title: "甲\\b乙"', "1:8 control-character"],
    ["an escaped NUL", 'tags: [甲, "\\0"]', "1:11 control-character"],
    ["half an escaped character", 'title: "\\uD842"', "1:8 control-character"],
    ["six levels", "a: [[[[[甲]]]]]", "1:8 yaml-depth"],
  ])("%s", (_, source, told) => {
    const found = parse(source);
    expect(found.told).toEqual([told]);
    expect(found.value).toBeUndefined();
  });

  test("five levels are not too deep", () => {
    expect(parse("a: [[[[甲]]]]").told).toEqual([]);
  });

  test("each wrong colon is told, with its key", () => {
    const { problems } = parse("标题：甲\ndate: 2017-07-07\nauthor:乙");
    expect(problems.map(({ line, params }) => [line, params["key"]])).toEqual([
      [1, "标题"],
      [3, "author"],
    ]);
  });

  test("a bomb of aliases ends at once", () => {
    const rows = Array.from({ length: 25 }, (_, row) => {
      const inner =
        row === 0
          ? "甲"
          : Array(9)
              .fill(`*a${row - 1}`)
              .join(", ");
      return `k${row}: &a${row} [${inner}]`;
    });
    const started = performance.now();
    expect(parse(rows.join("\n")).told).toContain("25:6 yaml-alias");
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("the line as it should be", () => {
  test.each([
    ["title: 通知 #1", "1:11 yaml-comment", 'title: "通知 #1"'],
    ["title: “通知 #1”", "1:12 yaml-comment", 'title: "通知 #1"'],
    ["tags:\n  - 通知 #1", "2:8 yaml-comment", '- "通知 #1"'],
    ['title: "通知" # 注', "1:13 yaml-comment", undefined],
    ["title: >- # 注\n  通知", "1:11 yaml-comment", undefined],
    ["title: 通知\n  二 #1", "2:5 yaml-comment", undefined],
    ["title: **放假通知**", "1:8 yaml-alias", "title: 放假通知"],
    ["title: **放假**通知", "1:8 yaml-alias", 'title: "**放假**通知"'],
    ["title: &amp; 乙", "1:8 yaml-alias", 'title: "&amp; 乙"'],
    ["tags:\n  - *甲", "2:5 yaml-alias", '- "*甲"'],
    ["tags: [甲, *乙]", "1:11 yaml-alias", undefined],
    ["title: ! 注意", "1:8 yaml-tag", 'title: "! 注意"'],
    ["title: !!x 注意", "1:8 yaml-tag", 'title: "!!x 注意"'],
  ])("%j", (source, place, right) => {
    const { told, problems } = parse(source);
    expect([told[0], problems[0]?.params["right"]]).toEqual([place, right]);
    if (right?.startsWith("title")) expect(parse(right).told).toEqual([]);
  });

  test("a name that is written twice is told with the line of the first", () => {
    const columns = "columns:\n  - id: a\n    title: 甲\n  - id: b\n    title: 乙\n    title: 丙";
    expect(parse(columns).problems).toMatchObject([{ line: 6, params: { line: 5 } }]);
    expect(parse("title: 甲\ndate: 乙\ntitle: 丙").problems[0]?.params).toMatchObject({ line: 1 });
    expect(parse("source: { name: 甲, name: 乙 }").problems[0]?.params).toEqual({ key: "name" });
  });
});

describe("places", () => {
  const { positionOf } = parse("\ntitle: 晋绥\nsource:\n  name: 甲\ntags: [一, 二]\neditor:\n");

  test.each([
    ["a value", ["title"], "value", { line: 2, column: 8 }],
    ["its key", ["title"], "key", { line: 2, column: 1 }],
    ["a value further in", ["source", "name"], "value", { line: 4, column: 9 }],
    ["an item", ["tags", 1], "value", { line: 5, column: 11 }],
    ["the key of a value that is empty", ["editor"], "value", { line: 6, column: 1 }],
    ["the map that lacks a key", ["source", "url"], "value", { line: 4, column: 3 }],
    ["the start where a key is missing", ["date"], "value", { line: 1, column: 1 }],
    ["the text that stands for a map", ["title", "name"], "value", { line: 2, column: 8 }],
  ] as const)("%s", (_, path, part, position) => {
    expect(positionOf?.(path, part)).toEqual(position);
  });
});

import { expect, test } from "vitest";
import type * as z from "zod";
import type { Problem } from "../problems/problem.ts";
import { articleFields, type Fields, siteFields } from "./schema.ts";
import { validate } from "./validate.ts";
import { parseYaml } from "./yaml.ts";

const head = "title: 晋绥\ndate: 2017-07-07\n";
const site = "title: 晋绥\nurl: https://example.org\n";
const columns = "columns: [{ id: news, title: 动态 }]\n";
const ofArticle: Fields<z.ZodObject> = articleFields("Asia/Shanghai");
const ofSite: Fields<z.ZodObject> = siteFields;

function check(yaml: string): Problem[] {
  const problems: Problem[] = [];
  const report = (found: Problem) => problems.push(found);
  const source = parseYaml("a.md", yaml, report);
  if (source) validate("a.md", yaml.startsWith(head) ? ofArticle : ofSite, source, report);
  return problems;
}

test.each([
  ["tags: { 一: 兴县 }", { wrong: ["一:"], right: "tags: [兴县]", inBraces: true }],
  ["tags:\n  一: 兴县", { wrong: ["一:"], right: "tags: [兴县]", inBraces: false }],
  [
    "author: { 一: 张三, 二: '李:四' }",
    { wrong: ["一:", "二:"], right: 'author: [张三, "李:四"]' },
  ],
])("%j: what a map is meant as where a list is needed", (yaml, params) => {
  const [found] = check(head + yaml);
  expect(found).toMatchObject({ code: "field-list", params });
  expect(check(head + found?.params["right"])).toEqual([]);
});

test.each(["tags: {}", "tags: { 一: { 二: 三 } }", `tags: { 一: ${"字".repeat(61)} }`])(
  "%j: what can't be told, or is too long, is not shown",
  (yaml) => {
    const [found] = check(head + yaml);
    expect(Object.keys(found?.params ?? {})).toEqual(["key", "example"]);
  },
);

test("a map where a list of maps is needed is shown as its item", () => {
  const [found] = check(`${site}columns:\n  id: news\n  title: 动态`);
  const lines = ["columns:", "  - id: news", "    title: 动态"];
  expect(found).toMatchObject({ code: "field-list", params: { lines } });
  expect(check(site + lines.join("\n"))).toEqual([]);
});

const source = ["source:", "  name: 兴县先锋", "  url: https://www.example.org/a.html"];

test.each([
  [head, "source: [兴县先锋]", source],
  [head, "source: name：兴县先锋", source],
  [head, "source: [甲, 乙]", source],
  [head, "source: url：https://a.cn", source],
  [head, "source: ['晋: 绥']", [source[0], '  name: "晋: 绥"', source[2]]],
  [site + columns, "footer: 某某基金会", ["footer:", "  sponsor: 某某基金会"]],
  [site + columns, "limits: 大", ["limits:", "  image: 20"]],
  [site + columns, "navigation:\n  - 动态", ["navigation:", "  - column: news"]],
  [site, "columns:\n  - 动态", ["columns:", "  - id: news", "    title: 本会动态"]],
])("%s%j is shown with the lines that are meant", (start, yaml, lines) => {
  const [found] = check(start + yaml);
  expect(found).toMatchObject({ code: "field-map", params: { lines } });
  expect(check(start + lines.join("\n"))).toEqual([]);
});

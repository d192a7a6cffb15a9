import fc from "fast-check";
import { expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { parseYamlInFull, type YamlSource } from "./yaml.ts";
import { readPlainYaml } from "./yaml-plain.ts";

/** Signs that mean something to YAML or to our checks, those that look like them, and words. */
const parts = [
  ...["title", "tags", "source", "name", "晋绥", "见闻", "a", "1", "10:34", "𠮷", "é"],
  ...[": ", ":", " :", "：", "﹕", " ：", "- ", "-", "－", "? ", "?", " #", "#", ", ", ",", "，"],
  ...["[", "]", "{", "}", "&甲", "*甲", "!", "!!str ", "|", ">", ">-", "'", '"', "“", "”"],
  ...["%", "@", "`", "---", "...", "<<", "~", "null", "=", "\\", "\\n", "/", "https://a.cn/b"],
  ...[" ", "  ", "\t", "\u3000", "\u00A0", "\u200B", "\uFEFF", "\u2028", "\u0085", "\u0000"],
  ...["\u202E", "\uFFFE", "\uD800", "\r", "\r\n", "\n", "\n  ", "\n- ", "\n  - ", "\n\n"],
  ...["\ntitle: ", "\ntags: [", "\ntags:\n- ", "\nsource:"],
];
const piece = fc.constantFrom(...parts);
const some = fc.array(piece, { maxLength: 4 }).map((found) => found.join(""));
const word = fc.array(fc.constantFrom("晋绥", "a", "1", "：", "-", "#", "'", '"', " ", ":", "é"), {
  minLength: 1,
  maxLength: 5,
});
const text = fc.oneof(
  { weight: 4, arbitrary: word.map((found) => found.join("").trim()) },
  {
    weight: 3,
    arbitrary: fc.constantFrom("晋绥", "：甲 乙", "2017-07-07 10:34", "a-b", "=", "a\\nb"),
  },
  { weight: 1, arbitrary: some },
);
const name = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom("title", "tags", "date", "source", "a-b", "__proto__") },
  { weight: 1, arbitrary: some },
);
const item = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom("name：甲", "url﹕甲", "a[b", "[b]", "{c", "d}") },
);
const items = fc.array(item, { maxLength: 3 });
const field = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(name, text).map(([key, value]) => `${key}: ${value}`) },
  fc.tuple(name, text, fc.constantFrom('"', "'")).map(([key, value, quote]) => {
    return `${key}: ${quote}${value}${quote}`;
  }),
  fc.tuple(name, items, fc.constantFrom(",", ", ", " , ")).map(([key, list, comma]) => {
    return `${key}: [${list.join(comma)}]`;
  }),
  fc.tuple(name, items, fc.constantFrom("- ", "  - ", "-", " -  ")).map(([key, list, dash]) => {
    return [`${key}:`, ...list.map((item) => dash + item)].join("\n");
  }),
  fc.tuple(fc.nat(8), item).map(([indent, one]) => `${" ".repeat(indent)}- ${one}`),
  name.map((key) => `${key}:`),
  { weight: 1, arbitrary: some },
);
const source = fc
  .tuple(
    fc.constantFrom("", "\n", "\n\n"),
    fc.array(field, { maxLength: 4 }),
    fc.oneof({ weight: 4, arbitrary: fc.constant("") }, some),
  )
  .map(([start, fields, end]) => `${start}${fields.join("\n")}${end}`);

/** Every place that can be asked for: what there is, what is missing, and what is inside of a text. */
const paths = ["title", "tags", "date", "source", "a-b", "__proto__", "missing"].flatMap((key) => [
  [key],
  ...[0, 1, 2, 9, "name"].map((step) => [key, step]),
  [key, 0, "name"],
]);

/** All that can be asked of what was read. */
const asked = (read: YamlSource | undefined) => ({
  value: JSON.stringify(read?.value),
  places: [[], ...paths].map((path) => [read?.positionOf(path), read?.positionOf(path, "key")]),
});

test("what is plain is read as the parser reads it, without a problem", () => {
  const runs = 2000;
  let plain = 0;
  const agrees = fc.property(source, (written) => {
    const read = readPlainYaml(written);
    if (!read) return;
    plain++;
    const problems: Problem[] = [];
    const parsed = parseYamlInFull("a.md", written, (found) => problems.push(found));
    expect({ ...asked(read), problems }).toEqual({ ...asked(parsed), problems: [] });
    expect(Object.getPrototypeOf(read.value)).toBeNull();
  });
  fc.assert(agrees, { numRuns: runs });
  // Both kinds must come up, or nothing is shown.
  expect(plain).toBeGreaterThan(runs / 10);
  expect(plain).toBeLessThan(runs / 1.2);
});

test.each([
  ["title: 兴县见闻（总第9期）：上篇\ndate: 2017-07-07 10:34"],
  ["\ntitle: 甲\nsource:\n\nauthor: [张三,  李四 ]\ntags:\n  - 历史\n  - 档案\neditor:"],
  ["title: \"通知 #1: 甲\"\nsummary: '见 [一]'\nimage: a.png"],
])("%j needs no parser", (written) => {
  expect(readPlainYaml(written)).toBeDefined();
});

test.each([
  ["an item further right", "tags:\n- a\n  - b"],
  ["an item below a list in brackets", "a: [b]\n   - c"],
  ["an item below a text", "a: b\n- c"],
])("%s is left to the parser", (_, written) => {
  expect(readPlainYaml(written)).toBeUndefined();
});

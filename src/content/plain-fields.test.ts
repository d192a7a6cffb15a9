import fc from "fast-check";
import { expect, test } from "vitest";
import { plainArticleFields, plainStandingFields, readPlainFields } from "./plain-fields.ts";
import { articleFields, standingPageFields } from "./schema.ts";
import type { YamlValue } from "./yaml.ts";

const zone = "Asia/Shanghai";
const kinds = [
  [plainArticleFields(zone), articleFields(zone).schema()],
  [plainStandingFields(zone), standingPageFields(zone).schema()],
] as const;

const names = Object.keys(articleFields(zone).schema().shape);

const word = fc.constantFrom(
  ...["兴县见闻", "true", "false", "2017-07-07", "2017-07-07 10:34", "2017-02-30", "a.png", "𠮷"],
  ...["", " ", " 甲", "甲 ", "\u3000甲", "甲\u00A0", "\u200B", "\uFEFF", "甲\n乙", "甲\u2028", "é"],
  ...["name：甲", "url : 甲", "names: 甲", "/a.html", "yes", "\u0301", "—", "\u00AD"],
);
const long = fc
  .tuple(fc.constantFrom(30, 60, 120, 200, 500, 1000), fc.integer({ min: -1, max: 1 }))
  .map(([length, more]) => "字".repeat(length + more));
const text = fc.oneof({ weight: 6, arbitrary: word }, long);
const list = fc.oneof(
  fc.array(text, { maxLength: 3 }),
  fc.integer({ min: 49, max: 51 }).map((length) => Array.from({ length }, () => "甲")),
  fc.constant<YamlValue>([["甲"]]),
);
const value: fc.Arbitrary<YamlValue> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 3, arbitrary: list },
  fc.constantFrom<YamlValue>({ name: "甲" }, { name: "甲", url: "https://a.cn" }, {}),
);
const name = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...names) },
  fc.constantFrom("标题", "__proto__", "toString", "name"),
);
const plain = {
  title: fc.constantFrom("兴县见闻", "甲"),
  date: fc.constantFrom("2017-07-07", "1988-07-01 12:00:30"),
};
const fields = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.record(plain) }, fc.constant({})),
    fc.array(fc.tuple(name, value), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([usual, more, isFirst]) => {
    const pairs = [...Object.entries(usual), ...more];
    const written: { [key: string]: YamlValue } = Object.create(null);
    for (const [key, item] of isFirst ? pairs.toReversed() : pairs) written[key] = item;
    return written;
  });

test("what is plain is read as its schema reads it, to the order of the fields", () => {
  const runs = 4000;
  let read = 0;
  const agrees = fc.property(fields, (written) => {
    for (const [plainFields, schema] of kinds) {
      const quick = readPlainFields(plainFields, written);
      if (!quick) continue;
      read++;
      const filled = Object.fromEntries(Object.entries(written).filter(([, item]) => item !== ""));
      expect(JSON.stringify(quick)).toBe(JSON.stringify(schema.parse(filled)));
    }
  });
  fc.assert(agrees, { numRuns: runs });
  // Both kinds must come up, or nothing is shown.
  expect(read).toBeGreaterThan(runs / 10);
  expect(read).toBeLessThan(runs / 1.2);
});

test("no field is plain that is longer than its schema allows, and each that is as long", () => {
  const [article, schema] = kinds[0];
  for (const field of ["title", "source", "author", "editor", "summary", "tags", "image"]) {
    const usual = { title: "甲", date: "2017-07-07" };
    const isPlain = (length: number) =>
      readPlainFields(article, { ...usual, [field]: "字".repeat(length) }) !== undefined;
    const isRight = (length: number) =>
      schema.safeParse({ ...usual, [field]: "字".repeat(length) }).success;
    for (let length = 1; length < 600; length++) expect(isPlain(length)).toBe(isRight(length));
  }
});

test("an article as editors write it needs no schema", () => {
  const written = {
    ...{ title: "兴县见闻", date: "2017-07-07 10:34", source: "兴县先锋", author: ["康候瑞"] },
    ...{ editor: "杜瑞", summary: "", tags: ["历史", "档案"], image: "a.png", draft: "true" },
  };
  expect(readPlainFields(kinds[0][0], written)).toEqual({
    ...written,
    ...{ date: expect.objectContaining({ time: "10:34" }), source: { name: "兴县先锋" } },
    ...{ draft: true, summary: undefined },
  });
  expect(readPlainFields(kinds[1][0], { title: "关于", updated: "2017-07-07" })).toBeDefined();
});

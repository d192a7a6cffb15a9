import fc from "fast-check";
import { expect, test } from "vitest";
import { type Column, pack, packObjects, unpack } from "./columns.ts";

/** What is read of a column that was written. */
function again(column: Column, count: number): readonly unknown[] {
  return unpack(JSON.parse(JSON.stringify(column)), count);
}

/** Values as they come in rows: many alike, some not there. */
const column = fc
  .array(fc.oneof(fc.jsonValue(), fc.string(), fc.constant(undefined)), { minLength: 1 })
  .chain((some) => fc.array(fc.constantFrom(...some), { maxLength: 60 }));

/** Objects with the same fields, of which some may be missing. */
const objects = fc
  .dictionary(fc.string(), fc.constant(column), { maxKeys: 5 })
  .chain((fields) =>
    fc.array(
      fc.record(
        Object.fromEntries(
          Object.keys(fields).map((name) => [
            name,
            fc.oneof(
              fc.jsonValue(),
              fc.string({ minLength: 4, maxLength: 4 }),
              fc.tuple(fc.integer(), fc.string()),
              fc.array(fc.constantFrom("甲", "乙")),
            ),
          ]),
        ),
        { requiredKeys: [] },
      ),
      { maxLength: 60 },
    ),
  );

test("values are the same again once they were in a column", () => {
  fc.assert(
    fc.property(column, (values) => {
      // JSON has no negative zero.
      const written = values.map((it) => it && JSON.parse(JSON.stringify(it)));
      const read = again(pack(values), values.length);
      expect(read).toEqual(written);
      expect(JSON.stringify(read)).toBe(JSON.stringify(written));
    }),
  );
});

test("objects are the same again once they were in a column, and each is one of its own", () => {
  fc.assert(
    fc.property(objects, (values) => {
      const read = again(packObjects(values), values.length);
      // To the order of their fields.
      expect(JSON.stringify(read)).toBe(JSON.stringify(values));
      expect(new Set(read).size).toBe(values.length);
    }),
  );
});

test("objects that tell JSON what to write are written as that", () => {
  const told = { toJSON: () => ({ title: "晋绥" }) };
  expect(again(packObjects([{ document: told }]), 1)).toEqual([{ document: { title: "晋绥" } }]);
});

test("what is much alike takes less room", () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    hash: String(at).padStart(22, "-"),
    source: { name: at % 2 ? "兴县先锋" : "山西日报" },
    tags: ["晋绥", "校史"].slice(at % 3),
    draft: at === 7 ? true : undefined,
    date: [at, "2017-07-07T10:34:00+08:00"],
  }));
  const column = packObjects(rows);
  expect(again(column, rows.length)).toEqual(rows);
  expect(column).toMatchObject({
    fields: {
      hash: { width: 22 },
      source: { few: [{ name: "山西日报" }, { name: "兴县先锋" }] },
      draft: { at: [7], some: { same: true } },
      date: { places: [{ list: rows.map((_, at) => at) }, { same: rows[0]?.date[1] }] },
    },
  });
  expect(JSON.stringify(column).length * 2).toBeLessThan(JSON.stringify(rows).length);
});

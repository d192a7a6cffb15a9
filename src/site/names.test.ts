import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGenerated } from "./addresses.ts";
import { foldName, nameAddress, namesAddress } from "./names.ts";

const fileOf = (name: string, number?: number) => nameAddress("tags", name, number).slice(6);
const hashed = (start: string) => new RegExp(`^${start}-[0-9a-f]{16}\\.html$`);

test.each([
  ["兴县", "兴县.html"],
  ["wto2001", "wto2001.html"],
  ["𠮷野", "𠮷野.html"],
  ["WTO", "wto.html"],
  ["ｗｔｏ", "wto.html"],
])("the list of %s is at %s", (name, file) => {
  expect(fileOf(name)).toBe(file);
});

test.each([
  ["a b", "a-b"],
  ["a-b", "a-b"],
  ["兴县（山西）", "兴县-山西"],
  ["../../etc", "etc"],
  ["ཀ་ཁ", "name"],
  ["!!!", "name"],
  ["café", "caf"],
  ["index", "index"],
  ["default", "default"],
  ["con", "con"],
  ["page-1", "page-1"],
  ["张".repeat(41), "张".repeat(40)],
])("the list of %s is at an address with a hash after %s", (name, start) => {
  expect(fileOf(name)).toMatch(hashed(start));
});

test("an address stays as it is: it may be linked to from elsewhere", () => {
  expect(fileOf("a b")).toBe("a-b-c8687a08aa5d6ed2.html");
  expect(fileOf("Li Si", 3)).toBe("li-si-4b0b46f6dfcc356f-page-3.html");
  expect(namesAddress("authors")).toBe("/authors/index.html");
  expect(namesAddress("authors", 2)).toBe("/authors/page-2.html");
});

describe("of any names", () => {
  const name = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 5 }),
    fc.string({ unit: fc.constantFrom(..."aA1-_ Ａ一/.%页"), minLength: 1, maxLength: 5 }),
  );
  const number = fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined });

  test("two have one address where they are one name, and there alone", () => {
    const both = fc.tuple(name, fc.oneof(name, fc.constant("")));
    fc.assert(
      fc.property(both, number, number, ([a, other], m, n) => {
        const b = other || a.toUpperCase();
        const same = foldName(a) === foldName(b) && m === n;
        expect(fileOf(a, m) === fileOf(b, n)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  test("each has the name of a file that any system takes, in a folder of the system", () => {
    fc.assert(
      fc.property(name, number, (written, at) => {
        const file = fileOf(written, at);
        expect(file).toMatch(/^[a-z\d\p{Script=Han}-]+\.html$/u);
        expect(Buffer.byteLength(file)).toBeLessThan(200);
        expect(file.normalize("NFC").toLowerCase()).toBe(file);
        expect(isGenerated(`/tags/${file}`, { columns: [] } as never)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

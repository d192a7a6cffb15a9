import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sectionOf } from "../site/addresses.ts";
import { temporaryFolder } from "../testing/files.ts";
import {
  type Manifest,
  type Output,
  readListing,
  readManifest,
  unfolded,
  writeManifest,
} from "./manifest.ts";

test.each([
  ["index.html", ""],
  ["news/index.html", "news/"],
  ["news/2017/a.html", "news/2017/"],
  ["news/2017/b/c/d.html", "news/2017/"],
  ["标签/山.html", "标签/"],
])("the file %s is in the section %j", (path, section) => {
  expect(sectionOf(path)).toBe(section);
});

/** Paths of which some lie between those of a section in the order of the manifest. */
const path = fc
  .array(fc.constantFrom("a", "b", "a-b", "a.html", "0", "~", "山"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("/"));
const output = fc.record({
  fingerprint: fc.constantFrom("f", "g"),
  hash: fc.constantFrom("h", "i"),
  size: fc.nat(9),
  source: fc.option(fc.constantFrom("a.md", "山.md"), { nil: undefined }),
});
const filesOf = fc
  .array(fc.tuple(path, output), { maxLength: 20 })
  .map((list) => new Map<string, Output>(list));

function plain(files: Manifest): Map<string, Output> {
  return new Map(
    Array.from(files, ([path, { fingerprint, hash, size, source }]) => [
      ...([path, { fingerprint, hash, size, source }] as const),
    ]),
  );
}

test("a manifest of which sections are folded is the manifest of all files, and reads as it", () => {
  const folder = temporaryFolder();
  const text = () => readFileSync(join(folder, ".manifest.json"), "utf8");
  const property = fc.property(filesOf, filesOf, fc.nat(), (files, more, chosen) => {
    const { places, hash } = writeManifest(folder, { files });
    expect(plain(readManifest(folder))).toEqual(files);
    for (const [section, { start, end, count, bytes }] of places) {
      const inside = [...files].filter(([path]) => sectionOf(path) === section);
      expect(text().slice(start, end).split(",\n")).toHaveLength(count);
      expect(count).toBe(inside.length);
      expect(bytes).toBe(inside.reduce((sum, [, { size }]) => sum + size, 0));
    }
    const some = new Map([...places].filter((_, at) => (chosen >> at) % 2 === 1));
    const placesIn = (of: string) => (of === hash ? some : new Map());
    const listing = readListing(folder, { placesIn });
    expect([...listing.folded.keys()].sort()).toEqual([...some.keys()].sort());
    expect(plain(unfolded(listing).files)).toEqual(files);
    // What is new may lie among what is folded.
    const added = new Map([...more].filter(([path]) => !some.has(sectionOf(path))));
    writeManifest(folder, { files: new Map([...files, ...added]) });
    const whole = text();
    writeManifest(folder, { files: new Map([...listing.files, ...added]), folded: listing.folded });
    expect(text()).toBe(whole);
  });
  fc.assert(property, { seed: 1, numRuns: 500 });
});

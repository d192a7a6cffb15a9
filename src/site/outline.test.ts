import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Row } from "../cache/cache.ts";
import { siteFile } from "../content/address.ts";
import { temporaryFolder } from "../testing/files.ts";
import { outlineOf } from "./outline.ts";

const written = `title: 晋绥
url: https://example.org
columns:
  - { id: news, title: 动态 }
navigation: [{ column: news }]
`;

/** A content folder with a site.yaml that was written long ago, and what reads it. */
function siteOf(text: string) {
  const folder = temporaryFolder();
  const path = join(folder, siteFile);
  const write = (next: string) => {
    writeFileSync(path, next);
    utimesSync(path, 1.5, 1.5);
  };
  write(text);
  const read = (known?: Row, seen?: string) =>
    outlineOf(
      folder,
      { find: () => known },
      seen === undefined
        ? undefined
        : { get: () => seen, hashOf: () => undefined, hasFolders: () => false },
    );
  return { path, write, read };
}

/** What is read from the disk once more. */
function remembered(row: Row | undefined): Row {
  if (!row) throw new Error("nothing is to be remembered");
  return JSON.parse(JSON.stringify(row));
}

test("a site.yaml that has not changed says what it said, at the same places", () => {
  const { read } = siteOf(written);
  const first = read();
  const again = read({ ...remembered(first.row), state: "as it was" }, "as it was");
  expect(again.source?.settings).toEqual(first.source?.settings);
  expect(again.row?.value).toEqual(first.row?.value);
  const path = ["navigation", 0, "column"];
  expect(again.source?.positionOf(path)).toEqual({ line: 5, column: 24 });
  expect(first.source?.positionOf(path)).toEqual({ line: 5, column: 24 });
});

test("a site.yaml in the state that is known is not read", () => {
  const { read, write } = siteOf(written);
  const known = { ...remembered(read().row), state: "as it was" };
  write("");
  expect(read(known, "as it was").source?.settings).toMatchObject({ title: "晋绥" });
  expect(read(known, "another").source).toBeUndefined();
});

test("a site.yaml is told apart by its bytes where its times do not tell", () => {
  const { read, write } = siteOf(written);
  const { row, source } = read();
  const known = { ...remembered(row), state: "" };
  expect(read(known).source?.settings).toEqual(source?.settings);
  write(written.replace("晋绥", "晋西"));
  expect(read(known).source?.settings).toMatchObject({ title: "晋西" });
});

test("a site.yaml of which there is something to tell is read again, and told of again", () => {
  const { path, read } = siteOf(written.replace("title: 动态", "title: 动\u200B态"));
  const first = read();
  expect(first.problems).not.toEqual([]);
  expect(first.row).toBeUndefined();
  expect(read().problems).toEqual(first.problems);
  expect(readFileSync(path, "utf8")).toContain("\u200B");
});

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { makeArticle } from "./articles.ts";
import { astro } from "./generators/astro.ts";
import { clear, layArticle, layTemplates, openWorkFolder, WorkFolderError } from "./work-folder.ts";

describe("a work folder", () => {
  test("that was named is made, kept, and taken again", () => {
    const folder = join(temporaryFolder(), "a/b");
    const { path, remove } = openWorkFolder(folder, 10, 1);
    writeFileSync(join(path, "left"), "");
    remove();
    expect(openWorkFolder(folder, 10, 1).path).toBe(folder);
    expect(readdirSync(folder)).toContain("left");
  });

  test("that was not named is gone when it is removed", () => {
    const { path, remove } = openWorkFolder(undefined, 10, 1);
    mkdirSync(join(path, "a"));
    remove();
    expect(existsSync(path)).toBe(false);
  });

  test("is none that holds something else", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "letter.txt"), "");
    expect(() => openWorkFolder(folder, 10, 1)).toThrow(WorkFolderError);
    expect(readdirSync(folder)).toEqual(["letter.txt"]);
  });

  test.each([{ named: true }, { named: false }])("needs space, named: $named", ({ named }) => {
    const folder = named ? temporaryFolder() : undefined;
    expect(() => openWorkFolder(folder, 1e12, 5)).toThrow("full");
  });
});

test("clearing a site leaves what was laid out and packages, and no cache", () => {
  const folder = join(temporaryFolder(), "astro");
  layTemplates(folder, astro);
  layArticle(folder, astro, makeArticle(0, 1, 7));
  const laidOut = readdirSync(folder);
  expect(laidOut).toContain("astro.config.mjs");
  for (const made of ["dist", "node_modules/.astro", "node_modules/astro"]) {
    mkdirSync(join(folder, made), { recursive: true });
  }
  clear(folder, astro, laidOut);
  expect(readdirSync(folder)).toEqual([...laidOut, "node_modules"].sort());
  expect(readdirSync(join(folder, "node_modules"))).toEqual(["astro"]);
  layTemplates(folder, astro);
  expect(existsSync(join(folder, "content"))).toBe(false);
  expect(existsSync(join(folder, "public/assets/site.css"))).toBe(true);
});

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { filesIn, manifestPath } from "./manifest.ts";
import { ForeignFileError, publish, recover } from "./publish.ts";

/** A folder as a build leaves it: the files, and the manifest that names them. */
function site(folder: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(manifestPath(folder), JSON.stringify({ files: Object.keys(files) }));
  return folder;
}

function folders() {
  const root = temporaryFolder();
  return { staging: join(root, "dist.jinsui-staging-1"), out: join(root, "dist"), root };
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

describe("publish", () => {
  test("puts the first site in place", () => {
    const { staging, out } = folders();
    publish(site(staging, { "a.html": "1" }), out);
    expect(filesIn(out)).toEqual([".manifest.json", "a.html"]);
    expect(existsSync(staging)).toBe(false);
  });

  test("removes what the old build wrote and the new one did not", () => {
    const { staging, out, root } = folders();
    site(out, { "a.html": "1", "gone/b.html": "2" });
    publish(site(staging, { "a.html": "3" }), out);
    expect(filesIn(out)).toEqual([".manifest.json", "a.html"]);
    expect(read(out, "a.html")).toBe("3");
    expect(filesIn(root).every((file) => file.startsWith("dist/"))).toBe(true);
  });

  test("keeps files that no build wrote, also in folders of ours", () => {
    const { staging, out } = folders();
    site(out, { "news/a.html": "1" });
    writeFileSync(join(out, "CNAME"), "example.org");
    writeFileSync(join(out, "news/own.txt"), "mine");
    publish(site(staging, { "b.html": "2" }), out);
    expect(filesIn(out)).toEqual([".manifest.json", "CNAME", "b.html", "news/own.txt"]);
    expect(read(out, "news/own.txt")).toBe("mine");
  });

  test("refuses to overwrite a file that no build wrote, and changes nothing", () => {
    const { staging, out } = folders();
    site(out, { "a.html": "1" });
    writeFileSync(join(out, "b.html"), "mine");
    site(staging, { "a.html": "2", "b.html": "2" });
    expect(() => publish(staging, out)).toThrow(ForeignFileError);
    expect(read(out, "a.html")).toBe("1");
    expect(read(out, "b.html")).toBe("mine");
  });
});

test("a file that no build wrote may not stand where a folder is needed, nor a folder for a file", () => {
  const { staging, out } = folders();
  site(out, { "a.html": "1" });
  mkdirSync(join(out, "b.html"));
  writeFileSync(join(out, "b.html/own.txt"), "mine");
  expect(() => publish(site(staging, { "b.html": "2" }), out)).toThrow(ForeignFileError);
  writeFileSync(join(out, "news"), "mine");
  expect(() => publish(site(staging, { "news/c.html": "2" }), out)).toThrow(ForeignFileError);
  expect(read(out, "a.html")).toBe("1");
});

describe("recover", () => {
  test("brings the old site back where the new one was not yet in place", () => {
    const { out } = folders();
    site(out, { "a.html": "1" });
    renameSync(out, `${out}.jinsui-previous`);
    recover(out);
    expect(read(out, "a.html")).toBe("1");
    expect(existsSync(`${out}.jinsui-previous`)).toBe(false);
  });

  test("completes a publication that left files of others behind", () => {
    const { out } = folders();
    site(`${out}.jinsui-previous`, { "a.html": "1" });
    writeFileSync(join(`${out}.jinsui-previous`, "CNAME"), "example.org");
    site(out, { "a.html": "2" });
    recover(out);
    expect(filesIn(out)).toEqual([".manifest.json", "CNAME", "a.html"]);
    expect(read(out, "a.html")).toBe("2");
    expect(existsSync(`${out}.jinsui-previous`)).toBe(false);
  });

  test("puts the old site back where others have made a folder in its place", () => {
    const { out, root } = folders();
    site(`${out}.jinsui-previous`, { "a.html": "1" });
    mkdirSync(out);
    recover(out);
    expect(read(out, "a.html")).toBe("1");
    site(`${out}.jinsui-previous`, { "a.html": "2" });
    rmSync(manifestPath(out));
    rmSync(join(out, "a.html"));
    writeFileSync(join(out, "CNAME"), "example.org");
    recover(out);
    expect(filesIn(out)).toEqual([".manifest.json", "CNAME", "a.html"]);
    expect(read(out, "a.html")).toBe("2");
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  test("loses neither of two files of others with one name", () => {
    const { out } = folders();
    const previous = site(`${out}.jinsui-previous`, { "a.html": "1" });
    writeFileSync(join(previous, "CNAME"), "old.example.org");
    site(out, { "a.html": "2" });
    writeFileSync(join(out, "CNAME"), "new.example.org");
    expect(() => recover(out)).toThrow(ForeignFileError);
    expect(read(previous, "CNAME")).toBe("old.example.org");
    expect(read(out, "CNAME")).toBe("new.example.org");
  });

  test("removes what killed builds left, and nothing else", () => {
    const { out, root } = folders();
    site(`${out}.jinsui-staging-1`, { "a.html": "1" });
    site(`${out}.jinsui-discarded-0a1b2c3d`, { "a.html": "2" });
    site(`${out}.jinsui-staging-of-others`, { "a.html": "3" });
    site(join(root, "other.jinsui-staging-1"), { "a.html": "4" });
    recover(out);
    expect(readdirSync(root).sort()).toEqual([
      "dist.jinsui-staging-of-others",
      "other.jinsui-staging-1",
    ]);
  });
});

test("a folder without a manifest is no finished site", () => {
  const { staging, out } = folders();
  site(out, { "a.html": "1" });
  writeFileSync(join(out, "own.txt"), "mine");
  site(staging, { "a.html": "2" });
  rmSync(manifestPath(staging));
  expect(() => publish(staging, out)).toThrow(/no finished site/);
  expect(read(out, "a.html")).toBe("1");
});

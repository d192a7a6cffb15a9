import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { everythingIn, temporaryFolder } from "../testing/files.ts";
import { beside, type Files, manifestOf, newOut, put, read, write } from "../testing/releases.ts";
import { withSteps } from "../testing/steps.ts";
import { ForeignFileError } from "./foreign-file-error.ts";
import { filesIn, outputOf, readListing, readManifest, writeManifest } from "./manifest.ts";
import { inOrder } from "./plan.ts";
import { publish } from "./publish.ts";
import { isUnfinished, stagingOf } from "./staging.ts";

describe("publish", () => {
  test("puts the first site in place", () => {
    const out = newOut();
    expect(put(out, { "a.html": "1", "b/c.html": "2" })).toEqual({ written: 2, removed: 0 });
    expect(filesIn(out)).toEqual([".manifest.json", "a.html", "b/c.html"]);
    expect(beside(out)).toEqual(["dist"]);
  });

  test("puts the first site into a folder that is there, whose mode it keeps", () => {
    const out = newOut();
    write(out, { CNAME: "example.org" });
    chmodSync(out, 0o750);
    put(out, { "a.html": "1" });
    expect(filesIn(out)).toEqual([".manifest.json", "CNAME", "a.html"]);
    expect(lstatSync(out).mode & 0o777).toBe(0o750);
    expect(beside(out)).toEqual(["dist"]);
  });

  test("writes what is new or has changed, removes what is stale, and touches nothing else", () => {
    const out = newOut();
    put(out, { "a.html": "1", "b.html": "1", "gone/2/c.html": "1", "gone/d.html": "1" });
    const before = lstatSync(join(out, "a.html"));
    expect(put(out, { "a.html": "1", "b.html": "2", "e/f.html": "2" })).toEqual({
      written: 2,
      removed: 2,
    });
    expect(filesIn(out)).toEqual([".manifest.json", "a.html", "b.html", "e/f.html"]);
    expect(read(out, "b.html")).toBe("2");
    expect(readdirSync(out)).not.toContain("gone");
    const after = lstatSync(join(out, "a.html"));
    expect([after.ino, after.mtimeMs, after.ctimeMs]).toEqual([
      ...[before.ino, before.mtimeMs, before.ctimeMs],
    ]);
    expect([...readManifest(out).keys()]).toEqual(["a.html", "b.html", "e/f.html"]);
    expect(beside(out)).toEqual(["dist"]);
  });

  test("does nothing where nothing has changed", () => {
    const out = newOut();
    put(out, { "a.html": "1" });
    const before = everythingIn(out, { inodes: true });
    expect(put(out, { "a.html": "1" })).toEqual({ written: 0, removed: 0 });
    expect(everythingIn(out, { inodes: true })).toEqual(before);
    expect(beside(out)).toEqual(["dist"]);
  });

  test("publishes a manifest that alone has changed", () => {
    const out = newOut();
    put(out, { "a.html": "1" });
    const [[path, output] = []] = readManifest(out);
    const staging = stagingOf(out);
    mkdirSync(staging);
    const manifest = new Map([[`${path}`, { hash: "", size: 0, ...output, fingerprint: "new" }]]);
    writeManifest(staging, { files: manifest });
    expect(publish({ staging, out, manifest })).toEqual({ written: 0, removed: 0 });
    expect(readManifest(out)).toEqual(manifest);
  });

  describe("where a section of the site is folded", () => {
    const files = { "c.html": "1", "news/1/a.html": "1", "news/2/b.html": "1" };

    /** A site of which one page is new, and which is the same in one section. */
    function folding() {
      const out = newOut();
      put(out, files);
      const { places } = writeManifest(out, { files: readManifest(out) });
      const listing = readListing(out, { placesIn: () => new Map([...places].slice(1, 2)) });
      expect([...listing.folded.keys()]).toEqual(["news/1/"]);
      const staging = stagingOf(out);
      write(staging, { "c.html": "2" });
      const manifest = new Map([...listing.files, ...manifestOf(staging)]);
      writeManifest(staging, { files: manifest, folded: listing.folded });
      return { staging, out, manifest, listing };
    }
    const whole = [".manifest.json", ...Object.keys(files)];

    test("leaves it as it is, and lists it", () => {
      const release = folding();
      expect(publish(release)).toEqual({ written: 1, removed: 0 });
      expect(filesIn(release.out)).toEqual(whole);
      expect([...readManifest(release.out).keys()]).toEqual(Object.keys(files));
    });

    test("does so also where the manifest has been written anew meanwhile", () => {
      const release = folding();
      const { out } = release;
      const others = Array.from(readManifest(out), ([path, it]) => [path, { ...it }] as const);
      writeManifest(out, { files: new Map(others).set("d.html", outputOf(Buffer.from("1"))) });
      expect(publish(release)).toEqual({ written: 1, removed: 1 });
      expect(filesIn(out)).toEqual(whole);
    });

    test("publishes nothing where the manifest does not list it any more", () => {
      const release = folding();
      const others = [...readManifest(release.out)].filter(([path]) => path !== "news/1/a.html");
      writeManifest(release.out, { files: new Map(others) });
      expect(() => publish(release)).toThrow("news/1/a.html was not built");
      expect(read(release.out, "c.html")).toBe("1");
    });
  });

  test("keeps files and empty folders that no build wrote, and modes", () => {
    const out = newOut();
    put(out, { "news/a.html": "1", "old/b.html": "1", "old/2/c.html": "1" });
    write(out, { CNAME: "example.org", "news/own.txt": "mine" });
    mkdirSync(join(out, "old/empty"));
    mkdirSync(join(out, "empty"));
    chmodSync(join(out, "news"), 0o711);
    put(out, { "d.html": "2" });
    expect(Object.keys(everythingIn(out))).toEqual([
      ...[".manifest.json", "CNAME", "d.html", "empty", "news", "news/own.txt", "old", "old/empty"],
    ]);
    expect(lstatSync(join(out, "news")).mode & 0o777).toBe(0o711);
    expect(read(out, "news/own.txt")).toBe("mine");
  });

  test("overwrites and removes what is ours although somebody has changed it", () => {
    const out = newOut();
    put(out, { "a.html": "1", "b.html": "1", "c.html": "1" });
    write(out, { "a.html": "edited", "b.html": "edited" });
    unlinkSync(join(out, "c.html"));
    expect(put(out, { "a.html": "1", "c.html": "1" })).toEqual({ written: 2, removed: 1 });
    expect(filesIn(out)).toEqual([".manifest.json", "a.html", "c.html"]);
    expect(read(out, "a.html")).toBe("1");
  });

  test("removes our stale files where a folder is needed, and folders of them for a file", () => {
    const out = newOut();
    put(out, { a: "1", "b/c/d.html": "1", "b/e.html": "1" });
    expect(put(out, { "a/f.html": "2", b: "2" })).toEqual({ written: 2, removed: 3 });
    expect(filesIn(out)).toEqual([".manifest.json", "a/f.html", "b"]);
  });

  test("leaves a folder alone that somebody has made in the place of a stale file", () => {
    const out = newOut();
    put(out, { "a.html": "1", "b.html": "1" });
    unlinkSync(join(out, "b.html"));
    write(out, { "b.html/own.txt": "mine" });
    put(out, { "a.html": "1" });
    expect(filesIn(out)).toEqual([".manifest.json", "a.html", "b.html/own.txt"]);
  });
});

describe("others' files", () => {
  test.each<[string, Files, (out: string) => void, string]>([
    ["a file", { "b.html": "2" }, (out) => write(out, { "b.html": "mine" }), "b.html"],
    ["a link to nothing", { "b.html": "2" }, (out) => symlinkSync("x", `${out}/b.html`), "b.html"],
    ["a file for a folder", { "n/b.html": "2" }, (out) => write(out, { n: "mine" }), "n"],
    [
      "a folder for a file",
      { "b.html": "2" },
      (out) => write(out, { "b.html/own.txt": "mine" }),
      "b.html",
    ],
    ["an empty folder", { "b.html": "2" }, (out) => mkdirSync(join(out, "b.html")), "b.html"],
    [
      "a file among stale ones",
      { gone: "2" },
      (out) => write(out, { "gone/own.txt": "mine" }),
      "gone/own.txt",
    ],
    [
      "an empty folder among stale files",
      { gone: "2" },
      (out) => mkdirSync(join(out, "gone/empty")),
      "gone/empty",
    ],
    [
      "a list that is no manifest",
      {},
      (out) => writeFileSync(join(out, ".manifest.json"), "{}"),
      "a.html",
    ],
  ])("in the way are refused before anything changes: %s", (_, files, make, file) => {
    const out = newOut();
    put(out, { "a.html": "1", "gone/c.html": "1" });
    make(out);
    const before = everythingIn(out, { inodes: true });
    const publishing = () => put(out, { "a.html": "2", ...files });
    expect(publishing).toThrow(ForeignFileError);
    expect(publishing).toThrow(`${join(out, file)} was`);
    expect(everythingIn(out, { inodes: true })).toEqual(before);
    expect(isUnfinished(out)).toBe(false);
  });

  test("named as the manifest is are refused", () => {
    const out = newOut();
    write(out, { ".manifest.json": '{ "name": "an app" }' });
    expect(() => put(out, { "a.html": "1" })).toThrow(ForeignFileError);
    expect(filesIn(out)).toEqual([".manifest.json"]);
  });
});

describe("links", () => {
  test("in the place of our files are replaced and removed, never followed", () => {
    const out = newOut();
    put(out, { "a.html": "1", "b.html": "1", "c.html": "1", "d.html": "1" });
    const outside = temporaryFolder();
    for (const name of ["a.html", "b.html", "c.html", "d.html"]) {
      write(outside, { [name]: "1" });
      unlinkSync(join(out, name));
      symlinkSync(join(outside, name), join(out, name));
    }
    // Same bytes or not, that is a link and no page.
    put(out, { "a.html": "1", "b.html": "2", "d.html/e.html": "2" });
    expect(filesIn(out)).toEqual([".manifest.json", "a.html", "b.html", "d.html/e.html"]);
    expect(lstatSync(join(out, "a.html")).isFile()).toBe(true);
    expect(filesIn(outside).map((name) => read(outside, name))).toEqual(["1", "1", "1", "1"]);
  });

  test("to a file of the same bytes are no pages, however long their names", () => {
    const out = newOut();
    put(out, { "a.html": "1" });
    write(out, { x: "1" });
    unlinkSync(join(out, "a.html"));
    symlinkSync("x", join(out, "a.html"));
    put(out, { "a.html": "1" });
    expect(lstatSync(join(out, "a.html")).isFile()).toBe(true);
  });

  test.each<[string, Files]>([
    ["to write", { "news/a.html": "2", "b.html": "1" }],
    ["to write where there is nothing yet", { "news/a.html": "1", "news/2/c.html": "1" }],
    ["to remove", { "b.html": "2" }],
  ])("in the place of a folder are refused: %s", (_, files) => {
    const out = newOut();
    put(out, { "news/a.html": "1", "b.html": "1" });
    const outside = temporaryFolder();
    renameSync(join(out, "news"), join(outside, "news"));
    symlinkSync(join(outside, "news"), join(out, "news"));
    expect(() => put(out, files)).toThrow(`${join(out, "news")} was not written by a build`);
    expect(filesIn(outside)).toEqual(["news/a.html"]);
    expect(read(outside, "news/a.html")).toBe("1");
    expect(read(out, "b.html")).toBe("1");
  });
});

describe("a site that is not whole", () => {
  test("because of a file that is neither new nor published is refused", () => {
    const out = newOut();
    put(out, { "a.html": "1" });
    const staging = stagingOf(out);
    write(staging, { "b.html": "2" });
    const manifest = new Map([...manifestOf(staging), ...manifestOf(out)]);
    manifest.set("c.html", { fingerprint: "", hash: "", size: 1 });
    expect(() => publish({ staging, out, manifest })).toThrow("c.html was not built");
    manifest.delete("c.html");
    manifest.delete("b.html");
    expect(() => publish({ staging, out, manifest })).toThrow("does not list b.html");
    expect(filesIn(out)).toEqual([".manifest.json", "a.html"]);
  });

  test.each([
    "../a.html",
    "/a.html",
    "a//b",
    "a/./b",
    "",
    ".manifest.json",
    ".jinsui-kept/a",
    "a\\b",
  ])("or lists %j, which is no path of a site, is refused", (path) => {
    const folder = temporaryFolder();
    const output = { fingerprint: "", hash: "", size: 1 };
    expect(() => writeManifest(folder, { files: new Map([[path, output]]) })).toThrow("is no path");
    writeManifest(folder, { files: new Map([["good", output]]) });
    const file = join(folder, ".manifest.json");
    expect(readManifest(folder).size).toBe(1);
    writeFileSync(file, readFileSync(file, "utf8").replace('"good"', JSON.stringify(path)));
    expect(readManifest(folder)).toEqual(new Map());
  });
});

test("assets come first, then articles, lists, the home page, and the manifest last", () => {
  const order = [
    ...["assets/site.css", "news/2017/map.png", "archive/2017/07/index.xml"],
    ...["news/2017/a.html", "news/2017/b.html", "news/2017/index.html", "news/feed.xml"],
    ...["news/index.html", "about.html", "feed.xml", "index.html", ".manifest.json"],
  ];
  expect(inOrder(order.toReversed())).toEqual(order);
  expect(inOrder(order.toSorted())).toEqual(order);
});

test("a large site is published at the cost of what has changed", () => {
  const out = newOut();
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`news/${at % 30}/${at}.html`, `${at}`]),
  );
  put(out, files);
  const staging = stagingOf(out);
  write(staging, { "news/3/3.html": "new", "news/new.html": "new" });
  const manifest = new Map([...readManifest(out), ...manifestOf(staging)]);
  manifest.delete("news/4/4.html");
  writeManifest(staging, { files: manifest });
  const steps = withSteps(
    () => publish({ staging, out, manifest }),
    () => {},
  );
  expect(steps).toBeLessThan(40);
});

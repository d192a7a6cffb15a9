import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { Cache, type Row } from "./cache.ts";
import { hashOfStates } from "./file-states.ts";
import { CacheDamagedError, type Location, Packs } from "./packs.ts";

const folderOf = () => join(temporaryFolder(), "cache");
const read = (folder: string, key = "k") => Cache.open(folder, key);

/** Saves files with these bodies, as a build does. */
function save(folder: string, bodies: Record<string, string>, key = "k"): void {
  const cache = read(folder, key);
  const rows = new Map<string, Row>();
  for (const [path, html] of Object.entries(bodies)) {
    const known = cache.find(path);
    const body = cache.bodies.keep(html);
    if (known?.texts[0] === body) rows.set(path, known);
    else rows.set(path, { state: "s", hash: "h", value: { title: path }, texts: [body] });
  }
  cache.save(rows);
  cache.close();
}

/** The bodies of the files that are remembered. */
function bodiesIn(folder: string, paths: readonly string[], key = "k") {
  const cache = read(folder, key);
  const bodies = paths.map((path) => {
    const body = cache.find(path)?.texts[0];
    return body === undefined ? undefined : cache.bodies.get(body);
  });
  cache.close();
  return bodies;
}

const shelvesIn = (folder: string) => readdirSync(folder).filter((file) => /^rows-/.test(file));
const packsIn = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".pack"));

test("what was saved is found, with its body, and nothing else", () => {
  const folder = folderOf();
  save(folder, { a: "<p>甲</p>", b: "<p>乙</p>" });
  expect(bodiesIn(folder, ["a", "b", "c"])).toEqual(["<p>甲</p>", "<p>乙</p>", undefined]);
  expect(read(folder).find("a")).toMatchObject({ state: "s", hash: "h", value: { title: "a" } });
  save(folder, { b: "<p>丙</p>" });
  expect(bodiesIn(folder, ["a", "b"])).toEqual([undefined, "<p>丙</p>"]);
});

test("under another key nothing is remembered, and what was is removed", () => {
  const folder = folderOf();
  save(folder, { a: "1" });
  expect(bodiesIn(folder, ["a"], "l")).toEqual([undefined]);
  const [before] = packsIn(folder);
  save(folder, { b: "2" }, "l");
  expect(packsIn(folder)).toHaveLength(1);
  expect(packsIn(folder)).not.toContain(before);
});

test("what does not change is not written again", () => {
  const folder = folderOf();
  save(folder, { a: "1", b: "2" });
  const before = readdirSync(folder);
  for (const file of before) utimesSync(join(folder, file), 1, 1);
  save(folder, { a: "1", b: "2" });
  expect(readdirSync(folder)).toEqual(before);
  for (const file of before) expect(statSync(join(folder, file)).mtimeMs).toBe(1000);
});

test("of what has changed, nothing is written but the rows of its folder", () => {
  const folder = folderOf();
  save(folder, { "a/1": "1", "a/2": "2", "b/1": "3", "c/1": "4" });
  const before = shelvesIn(folder);
  expect(before).toHaveLength(3);
  save(folder, { "a/1": "1", "a/2": "5", "b/1": "3", "c/1": "4" });
  const after = shelvesIn(folder);
  expect(after).toHaveLength(3);
  expect(after.filter((file) => before.includes(file))).toHaveLength(2);
  expect(bodiesIn(folder, ["a/1", "a/2", "b/1"])).toEqual(["1", "5", "3"]);
  save(folder, { "a/1": "1", "b/1": "3" });
  expect(shelvesIn(folder)).toHaveLength(2);
  expect(bodiesIn(folder, ["a/1", "a/2", "b/1", "c/1"])).toEqual(["1", undefined, "3", undefined]);
});

test("of a folder that is kept, the rows stay, but for those that are put in their place", () => {
  const folder = folderOf();
  save(folder, { "a/1": "1", "a/2": "2", "b/1": "3", "c/1": "4" });
  const before = shelvesIn(folder);
  const saveWith = (rows: (cache: Cache) => Record<string, Row>, ...kept: string[]) => {
    const cache = read(folder);
    cache.save(new Map(Object.entries(rows(cache))), new Set(kept));
    cache.close();
  };
  saveWith((cache) => ({ "c/1": cache.find("c/1") as Row }), "a/", "b/", "c/");
  expect(shelvesIn(folder)).toEqual(before);
  const another = { state: "t", hash: "i", value: {}, texts: [] };
  saveWith(() => ({ "a/2": another, "a/3": another }), "a/", "b/");
  const cache = read(folder);
  expect(["a/1", "a/2", "a/3", "b/1", "c/1"].map((path) => cache.find(path)?.state)).toEqual([
    ...["s", "t", "t", "s"],
    undefined,
  ]);
  expect(bodiesIn(folder, ["a/1", "b/1"])).toEqual(["1", "3"]);
  expect(shelvesIn(folder).filter((file) => before.includes(file))).toHaveLength(1);
  // What stands in the place of a row, and can't be kept, does not bring that back.
  saveWith(() => ({ "a/1": { ...another, texts: ["of no body"] } }), "a/", "b/");
  expect(["a/1", "a/2"].map((path) => read(folder).find(path)?.state)).toEqual([undefined, "t"]);
});

test("bodies that no file has are not kept, also where nothing has changed", () => {
  const folder = folderOf();
  save(folder, { a: "1" });
  const before = packsIn(folder);
  const cache = read(folder);
  cache.bodies.keep("of no file");
  cache.save(new Map([["a", cache.find("a") as Row]]));
  cache.close();
  expect(packsIn(folder)).toEqual(before);
  expect(bodiesIn(folder, ["a"])).toEqual(["1"]);
});

test("a body that another thread writes again does not cost its first file the one it has", () => {
  const folder = folderOf();
  save(folder, { "a/1": "1" });
  const [cache, thread] = [read(folder), new Packs(folder)];
  const body = thread.keep("1");
  thread.flush();
  cache.bodies.add(body, thread.locationOf(body) as Location);
  const row = { state: "s", hash: "h", value: {}, texts: [body] };
  cache.save(
    new Map([
      ["a/1", cache.find("a/1") as Row],
      ["b/1", row],
    ]),
  );
  for (const one of [thread, cache]) one.close();
  expect(bodiesIn(folder, ["a/1", "b/1"])).toEqual(["1", "1"]);
});

test("a cache does not grow with the number of runs", () => {
  const folder = folderOf();
  const bodies: Record<string, string> = {};
  for (let run = 0; run < 100; run++) {
    bodies[run % 50] = `body ${run}`;
    save(folder, bodies);
  }
  expect(packsIn(folder).length).toBeLessThan(40);
  expect(bodiesIn(folder, Object.keys(bodies))).toEqual(Object.values(bodies));
});

describe("damage is noticed:", () => {
  const spoil = (folder: string, name: string, change: (bytes: Buffer) => void) => {
    const bytes = readFileSync(join(folder, name));
    change(bytes);
    writeFileSync(join(folder, name), bytes);
  };

  test.each(["an index", "rows"])("%s: a byte was changed", (what) => {
    const folder = folderOf();
    save(folder, { a: "1" });
    const file = what === "rows" ? (shelvesIn(folder)[0] ?? "") : "index.json";
    for (let at = 0; at < readFileSync(join(folder, file)).length; at++) {
      spoil(folder, file, (bytes) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at));
      expect(() => read(folder)).toThrow(CacheDamagedError);
      spoil(folder, file, (bytes) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at));
    }
    expect(bodiesIn(folder, ["a"])).toEqual(["1"]);
  });

  test("rows that are gone or cut short", () => {
    const folder = folderOf();
    save(folder, { a: "1" });
    const [file = ""] = shelvesIn(folder);
    truncateSync(join(folder, file), 10);
    expect(() => read(folder)).toThrow(CacheDamagedError);
    rmSync(join(folder, file));
    expect(() => read(folder)).toThrow(CacheDamagedError);
  });

  test("an index that is cut short, empty or a folder", () => {
    const folder = folderOf();
    save(folder, { a: "1" });
    truncateSync(join(folder, "index.json"), 30);
    expect(() => read(folder)).toThrow(CacheDamagedError);
    truncateSync(join(folder, "index.json"), 0);
    expect(() => read(folder)).toThrow(CacheDamagedError);
    Cache.discard(folder);
    mkdirSync(join(folder, "index.json"), { recursive: true });
    expect(() => read(folder)).toThrow(CacheDamagedError);
  });

  test("a body that was changed, cut off or is gone", () => {
    const folder = folderOf();
    save(folder, { a: "甲", b: "乙" });
    const [pack = ""] = packsIn(folder);
    spoil(folder, pack, (bytes) => bytes.writeUInt8(bytes.readUInt8(1) ^ 1, 1));
    expect(() => bodiesIn(folder, ["a"])).toThrow(CacheDamagedError);
    truncateSync(join(folder, pack), 1);
    expect(() => read(folder)).toThrow(CacheDamagedError);
  });

  test("and once it is discarded, the cache is an empty one", () => {
    const folder = folderOf();
    save(folder, { a: "1" });
    Cache.discard(folder);
    expect(bodiesIn(folder, ["a"])).toEqual([undefined]);
  });

  test("and what others keep beside it stays", () => {
    const folder = folderOf();
    save(folder, { a: "1" });
    writeFileSync(join(folder, "index.json.new"), "half written");
    mkdirSync(join(folder, "pictures"));
    Cache.discard(folder);
    expect(readdirSync(folder)).toEqual(["pictures"]);
    Cache.discard(join(folder, "none"));
  });
});

test("a folder is known as a whole while all of its files are what they were, and no others", () => {
  const folder = folderOf();
  const row = (state: string): Row => ({ state, hash: "h", value: {}, texts: [] });
  const saved = (rows: Record<string, Row>) => {
    const cache = read(folder);
    cache.save(new Map(Object.entries(rows)));
    cache.close();
    return read(folder);
  };
  const cache = saved({ "n/b": row("2"), "n/a": row("1"), "n/m/c": row("3"), d: row("") });
  const paths = ["n/a", "n/b"];
  expect(cache.pathsIn("n/", hashOfStates(["a", "b"], ["1", "2"]))).toEqual(paths);
  expect(cache.pathsIn("n/", hashOfStates(["a", "b"], ["1", "3"]))).toBeUndefined();
  expect(cache.pathsIn("n/", hashOfStates(["a", "c"], ["1", "2"]))).toBeUndefined();
  expect(cache.pathsIn("n/", hashOfStates(["a"], ["1"]))).toBeUndefined();
  expect(cache.pathsIn("n/m/", hashOfStates(["c"], ["3"]))).toEqual(["n/m/c"]);
  // What has no state tells nothing.
  expect(cache.pathsIn("", undefined)).toBeUndefined();
  expect(cache.pathsIn("m/", undefined)).toBeUndefined();
  expect(paths.map((path) => cache.find(path)?.state)).toEqual(["1", "2"]);
});

test("a body can be got before it is written", () => {
  const { bodies } = read(folderOf());
  expect(bodies.get(bodies.keep("<p>甲</p>"))).toBe("<p>甲</p>");
  expect(() => bodies.get("nothing")).toThrow("no body is kept");
});

test.each([
  ["are written", true],
  ["can't be written", false],
])("bodies of any size can be got while they %s", (_, isWritable) => {
  const folder = temporaryFolder();
  const packs = new Packs(isWritable ? folder : join(folder, "missing"));
  const sizes = [0, 1, 300_000, 5_000_000, 20, 900_000, 900_000, 2_000_000, 3, 400_000, 300_000];
  const bodies = sizes.map((size, at) => `${at}${"甲é𠮷a".repeat(size / 5)}`);
  const names = bodies.map((html) => packs.keep(html));
  const all = () => names.map((name) => packs.get(name) === bodies[names.indexOf(name)]);
  expect(all()).not.toContain(false);
  expect(bodies.map((html) => packs.keep(html))).toEqual(names);
  packs.flush();
  expect(all()).not.toContain(false);
  expect(new Set(names.map((name) => packs.locationOf(name) !== undefined))).toEqual(
    new Set([isWritable]),
  );
  packs.close();
});

import fs, { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { entryOf } from "../search/indexes.ts";
import {
  copySite,
  everythingIn,
  projectFolder,
  temporaryFolder,
  treeOf,
} from "../testing/files.ts";
import { type BuildOptions, type BuildResult, build } from "./build.ts";
import { ForeignFileError } from "./foreign-file-error.ts";
import { LockedError, lock } from "./lock.ts";
import { filesIn, manifestName, readListing, readManifest } from "./manifest.ts";
import { merge } from "./merge.ts";
import { shareOf } from "./shard.ts";
import { ShardsError } from "./shards.ts";

type Configure = BuildOptions["configure"];

/** A site, and folders to build it into. */
class Workshop {
  readonly folder: string;
  readonly #root = temporaryFolder();
  configure: Configure = configure;
  now = Date.parse("2026-01-01T00:00:00Z");

  constructor(folder = copySite("basic")) {
    this.folder = folder;
  }

  readonly at = (name: string) => join(this.#root, name);

  build(name: string, share?: BuildOptions["share"]): Promise<BuildResult> {
    const { folder, now, configure } = this;
    return build({ folder, out: this.at(name), now, configure, share });
  }

  /** Builds all shards, and gives their folders. */
  async shards(count: number): Promise<string[]> {
    const folders: string[] = [];
    for (let index = 1; index <= count; index++) {
      await this.build(`${index}-of-${count}`, { index, count });
      folders.push(this.at(`${index}-of-${count}`));
    }
    return folders;
  }

  merge(folders: readonly string[], name = "joined") {
    return merge({ folders, out: this.at(name) });
  }

  edit(path: string, from: string, to: string): void {
    const file = join(this.folder, path);
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  }
}

/** Puts another file in the place of one, which keeps its other names. */
const change = (path: string, edit: (text: string) => string) => {
  const text = edit(readFileSync(path, "utf8"));
  rmSync(path);
  writeFileSync(path, text);
};

/** A template of others, which shows the articles once there are this many. */
const withTemplate =
  (least = 0): Configure =>
  (config, prepared) => {
    const articles = prepared?.site.articles ?? [];
    config.addTemplate("extra.11ty.js", () => articles.map(({ title }) => title).join(" "), {
      permalink: articles.length >= least && "/extra/list.html",
    });
    return configure(config, prepared);
  };

describe("shards, joined, are the site that a build of all makes, byte for byte", () => {
  const sites = [
    ["a small site", [1, 2, 3, 7], () => copySite("basic")],
    ["the sample site", [3], () => join(projectFolder, "content")],
  ] as const;
  test.each(
    sites.flatMap(([name, counts, folder]) => counts.map((count) => ({ name, folder, count }))),
  )("$name in $count", async ({ folder, count }) => {
    const site = new Workshop(folder());
    const { built } = await site.build("whole");
    const folders = await site.shards(count);
    const joined = await site.merge(folders.toReversed());
    const tree = treeOf(site.at("whole"));
    expect(Object.keys(tree).length).toBeGreaterThan(25);
    expect(treeOf(site.at("joined"))).toEqual(tree);
    expect(built).toMatchObject(joined);
    const shared = folders.map((one) => filesIn(one).filter((file) => file !== manifestName));
    expect(shared.flat().sort()).toEqual(Object.keys(tree).filter((file) => file !== manifestName));
    for (const [at, files] of shared.entries()) {
      expect(files.filter((file) => shareOf(entryOf(file) ?? file, count) !== at + 1)).toEqual([]);
      expect([...readManifest(folders[at] ?? "").keys()]).toEqual(files);
    }
  });
});

describe("a shard", () => {
  test("is told with the pages, files and bytes that are in it", async () => {
    const site = new Workshop();
    const { built: whole } = await site.build("whole");
    const sums = { pages: 0, assets: 0, bytes: 0, written: 0 };
    for (const index of [1, 2, 3]) {
      const { built } = await site.build(`${index}`, { index, count: 3 });
      const files = [...readManifest(site.at(`${index}`))];
      expect(built?.written).toBe(files.length);
      expect(built?.bytes).toBe(files.reduce((sum, [, { size }]) => sum + size, 0));
      for (const key of ["pages", "assets", "bytes", "written"] as const) {
        sums[key] += built?.[key] ?? 0;
      }
    }
    expect(whole).toMatchObject(sums);
  });

  test("tells every problem of the site", async () => {
    const site = new Workshop();
    site.edit("news/2017/0707-first.md", "07-07 10:34", "02-30");
    const { problems } = await site.build("whole");
    for (let index = 1; index <= 3; index++) {
      const result = await site.build("shard", { index, count: 3 });
      expect(result).toMatchObject({ problems: [{ code: "date-calendar" }] });
      expect(result.problems).toEqual(problems);
      expect(result.built).toBeUndefined();
    }
  });

  test("that is there already is not made again", async () => {
    const site = new Workshop();
    const [folder = ""] = await site.shards(2);
    const before = everythingIn(folder, { inodes: true });
    site.configure = () => {
      throw new Error("Eleventy was started");
    };
    const share = { index: 1, count: 2 };
    expect(await site.build("1-of-2", share)).toMatchObject({ built: { written: 0, removed: 0 } });
    expect(everythingIn(folder, { inodes: true })).toEqual(before);
  });

  test("that has no file in it is a shard nevertheless, again and again", async () => {
    const site = new Workshop();
    await site.build("whole");
    const taken = new Set(filesIn(site.at("whole")).map((file) => shareOf(file, 999)));
    const index = [2, 3, 4, 5].find((one) => !taken.has(one)) ?? 0;
    const share = { index, count: 999 };
    await site.build("shard", share);
    const first = readListing(site.at("shard"));
    site.edit("news/2017/0707-first.md", "第一篇", "改过的");
    await site.build("shard", share);
    const second = readListing(site.at("shard"));
    expect(filesIn(site.at("shard"))).toEqual([manifestName]);
    expect([first.files.size, second.files.size]).toEqual([0, 0]);
    expect(second.shard).toEqual({ ...share, site: expect.stringMatching(/^[\w-]{22}$/) });
    expect(second.shard?.site).not.toBe(first.shard?.site);
  });

  test("has what other templates make if it is the first, and no empty folders for it if not", async () => {
    const site = new Workshop();
    site.configure = withTemplate();
    const { built } = await site.build("whole");
    const folders = await site.shards(3);
    const having = folders.filter((folder) => filesIn(folder).includes("extra/list.html"));
    expect(having).toEqual([site.at("1-of-3")]);
    expect(Object.keys(everythingIn(site.at("2-of-3")))).not.toContain("extra");
    expect(built).toMatchObject(await site.merge(folders));
    expect(treeOf(site.at("joined"))).toEqual(treeOf(site.at("whole")));
    await site.build("2-of-3", { index: 1, count: 3 });
    expect(treeOf(site.at("2-of-3"))).toEqual(treeOf(site.at("1-of-3")));
    await site.build("1-of-3", { index: 3, count: 3 });
    expect(treeOf(site.at("1-of-3"))).toEqual(treeOf(site.at("3-of-3")));
  });

  test("has other templates make anew what they show of files in other shards", async () => {
    const site = new Workshop();
    site.configure = withTemplate(4);
    const share = { index: 1, count: 999 };
    await site.build("shard", share);
    expect(filesIn(site.at("shard"))).toEqual([manifestName]);
    const fourth = "---\ntitle: 第四篇\ndate: 2019-01-01\n---\n正文\n";
    mkdirSync(join(site.folder, "news/2019"));
    writeFileSync(join(site.folder, "news/2019/fourth.md"), fourth);
    await site.build("shard", share);
    expect(filesIn(site.at("shard"))).toEqual([manifestName, "extra/list.html"]);
  });
});

describe("a folder is what was built into it last, whatever it was, and keeps others' files", () => {
  const kinds = [undefined, ...["1/2", "2/2", "1/3"]] as const;
  const shareOfKind = (kind: string | undefined) => {
    const [index, count] = (kind ?? "").split("/").map(Number);
    return index && count ? { index, count } : undefined;
  };
  const pairs = kinds.flatMap((from) => kinds.map((to) => ({ from, to })));
  test.each(pairs.filter(({ from, to }) => from !== to))("from $from to $to", async (change) => {
    const site = new Workshop();
    site.configure = withTemplate();
    const { from, to } = change;
    await site.build("new", shareOfKind(to));
    await site.build("old", shareOfKind(from));
    writeFileSync(join(site.at("old"), "CNAME"), "example.org");
    await site.build("old", shareOfKind(to));
    expect(readFileSync(join(site.at("old"), "CNAME"), "utf8")).toBe("example.org");
    rmSync(join(site.at("old"), "CNAME"));
    expect(everythingIn(site.at("old"))).toEqual(everythingIn(site.at("new")));
  });
});

describe("joining shards", () => {
  test("touches only what has changed, and not the shards", async () => {
    const site = new Workshop();
    await site.merge(await site.shards(3));
    writeFileSync(join(site.at("joined"), "CNAME"), "example.org");
    const before = everythingIn(site.at("joined"), { inodes: true });
    site.edit("news/2017/0707-first.md", "正文第一段", "改过的一段");
    const folders = await site.shards(3);
    const shards = folders.map((folder) => everythingIn(folder, { inodes: true }));
    const result = await site.merge(folders);
    expect(folders.map((folder) => everythingIn(folder, { inodes: true }))).toEqual(shards);
    const after = everythingIn(site.at("joined"), { inodes: true });
    const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changed = paths.filter((path) => before[path] !== after[path]);
    await site.build("whole");
    const listed = readManifest(site.at("whole"));
    expect(changed).toContain("news/2017/0707-first.html");
    expect(changed.length).toBeLessThan(listed.size / 3);
    const written = changed.filter((path) => path in after && path !== manifestName);
    expect(result.written).toBe(written.length);
    const tree = treeOf(site.at("joined"));
    expect(tree).toEqual({ ...treeOf(site.at("whole")), CNAME: tree["CNAME"] });
    rmSync(join(site.folder, "notice/2018/0201-third.md"));
    expect((await site.merge(await site.shards(3))).removed).toBeGreaterThan(0);
    await site.build("whole");
    expect(treeOf(site.at("joined"))).toEqual({
      ...treeOf(site.at("whole")),
      CNAME: tree["CNAME"],
    });
  });

  test("does nothing where nothing has changed, and mends what was changed in the site", async () => {
    const site = new Workshop();
    const folders = await site.shards(2);
    await site.merge(folders);
    const before = everythingIn(site.at("joined"), { inodes: true });
    expect(await site.merge(folders)).toMatchObject({ written: 0, removed: 0 });
    expect(everythingIn(site.at("joined"), { inodes: true })).toEqual(before);
    const tree = treeOf(site.at("joined"));
    rmSync(join(site.at("joined"), "index.html"));
    writeFileSync(join(site.at("joined"), "index.html"), "changed");
    expect(await site.merge(folders)).toMatchObject({ written: 1, removed: 0 });
    expect(treeOf(site.at("joined"))).toEqual(tree);
  });

  test("takes the place of a site that was built as a whole, and of a shard", async () => {
    const site = new Workshop();
    const folders = await site.shards(2);
    await site.build("whole");
    expect(await site.merge(folders, "whole")).toMatchObject({ written: 0, removed: 0 });
    await site.build("one", { index: 1, count: 3 });
    await site.merge(folders, "one");
    expect(treeOf(site.at("one"))).toEqual(treeOf(site.at("whole")));
  });

  test("gives the site files of its own", async () => {
    const site = new Workshop();
    const folders = await site.shards(1);
    await site.merge(folders, "joined");
    const before = treeOf(site.at("joined"));
    for (const folder of folders) writeFileSync(join(folder, "index.html"), "unpacked over it");
    expect(treeOf(site.at("joined"))).toEqual(before);
  });

  test("touches no file that no build wrote, be it the same", async () => {
    const site = new Workshop();
    const folders = await site.shards(2);
    const page = join(site.at(`${shareOf("index.html", 2)}-of-2`), "index.html");
    mkdirSync(site.at("joined"));
    for (const text of ["mine", readFileSync(page)]) {
      writeFileSync(join(site.at("joined"), "index.html"), text);
      const before = everythingIn(site.at("joined"), { inodes: true });
      await expect(site.merge(folders)).rejects.toThrow(ForeignFileError);
      expect(everythingIn(site.at("joined"), { inodes: true })).toEqual(before);
    }
    expect(fs.readdirSync(dirname(site.at("joined"))).sort()).toEqual([
      "1-of-2",
      "2-of-2",
      "joined",
    ]);
  });

  test.each(["1-of-2", "joined"])("waits for nobody who builds into %s", async (name) => {
    const site = new Workshop();
    const folders = await site.shards(2);
    const unlock = await lock(join(fs.realpathSync(dirname(site.at(name))), name));
    await expect(site.merge(folders)).rejects.toThrow(LockedError);
    unlock();
    await site.merge(folders);
    await site.merge(folders);
  });
});

describe("what is not exactly the shards of one site is refused", () => {
  type Spoil = (site: Workshop, folders: string[]) => unknown;
  const place = (index: number, count = 3) => ({ shard: { index, count } });
  const cases: [string, Spoil, unknown[]][] = [
    [
      "a shard that is missing",
      (_, folders) => folders.splice(1, 1),
      [{ kind: "missing", indexes: [2], count: 3 }],
    ],
    [
      "several, and one that is there twice",
      (site, folders) => {
        cpSync(site.at("3-of-3"), site.at("copy"), { recursive: true });
        folders.splice(0, 2, site.at("copy"));
      },
      [
        { kind: "missing", indexes: [1, 2] },
        { kind: "twice", index: 3 },
      ],
    ],
    [
      "one folder twice",
      (_, folders) => folders.push(`${folders[0]}`),
      [{ kind: "twice", index: 1 }],
    ],
    [
      "shards of another number",
      async (site, folders) => {
        await site.build("other", { index: 2, count: 4 });
        folders.splice(1, 1, site.at("other"));
      },
      [{ kind: "counts", a: place(1), b: place(2, 4) }],
    ],
    [
      "shards of different states of the content",
      (site) => {
        site.edit("news/2017/0707-first.md", "正文第一段", "改过的一段");
        return site.build("2-of-3", { index: 2, count: 3 });
      },
      [{ kind: "sites", a: place(1), b: place(2) }],
    ],
    [
      "shards of different moments",
      (site) => {
        site.now = Date.parse("2031-01-01T00:00:00Z");
        return site.build("3-of-3", { index: 3, count: 3 });
      },
      [{ kind: "sites", a: place(1), b: place(3) }],
    ],
    [
      "a whole site, no folder, a file and an empty folder",
      async (site, folders) => {
        await site.build("whole");
        mkdirSync(site.at("empty"));
        writeFileSync(site.at("file"), "");
        folders.splice(1, 2, ...["whole", "nowhere", "file", "empty"].map(site.at));
      },
      [{ kind: "wholeSite" }, { kind: "noFolder" }, { kind: "noFolder" }, { kind: "noShard" }],
    ],
    [
      "a damaged manifest",
      (site) => change(join(site.at("2-of-3"), manifestName), (text) => text.slice(0, -3)),
      [{ kind: "noShard" }],
    ],
    [
      "a shard that there can't be",
      (site) =>
        change(join(site.at("2-of-3"), manifestName), (text) =>
          text.replace('"index":2', '"index":4'),
        ),
      [{ kind: "noShard" }],
    ],
    [
      "a shard of more than there can be",
      (site) =>
        change(join(site.at("2-of-3"), manifestName), (text) =>
          text.replace('"count":3', '"count":1000000000'),
        ),
      [{ kind: "noShard" }],
    ],
    [
      "a manifest with a file less",
      (site) =>
        change(join(site.at("3-of-3"), manifestName), (text) =>
          text.replace(/^"[^"]+\.html": .*\n/m, ""),
        ),
      [{ kind: "altered" }],
    ],
    [
      "a manifest with a file of another shard",
      (site) => {
        const line = /^"[^"]+\.html": .*\n/m;
        const more = line.exec(readFileSync(join(site.at("1-of-3"), manifestName), "utf8"))?.[0];
        change(join(site.at("3-of-3"), manifestName), (text) => text.replace(line, `${more}$&`));
      },
      [{ kind: "fileTwice" }],
    ],
  ];
  const files: [string, (path: string) => void][] = [
    ["changed", (path) => change(path, () => "changed")],
    ["changed in one byte", (path) => change(path, (text) => text.replace("<html", "<hTml"))],
    ["deleted", (path) => rmSync(path)],
    [
      "replaced by a link",
      (path) => {
        fs.renameSync(path, `${path}~`);
        fs.symlinkSync(`${path}~`, path);
      },
    ],
  ];
  for (const [how, spoil] of files) {
    cases.push([
      `a file that was ${how}`,
      (site) => spoil(join(site.at(`${shareOf("index.html", 3)}-of-3`), "index.html")),
      [{ kind: "changed", file: expect.stringMatching(/-of-3\/index\.html$/) }],
    ]);
  }

  test.each(cases)("%s", async (_, spoil, faults) => {
    const site = new Workshop();
    const folders = await site.shards(3);
    await site.merge(folders);
    const before = everythingIn(site.at("joined"), { inodes: true });
    const given = [...folders];
    await spoil(site, given);
    const error = await site.merge(given).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ShardsError);
    expect(error).toMatchObject({ faults });
    expect((error as ShardsError).faults.length).toBe(faults.length);
    expect(everythingIn(site.at("joined"), { inodes: true })).toEqual(before);
    await expect(merge({ folders: given, out: site.at("new") })).rejects.toThrow(ShardsError);
    expect(fs.existsSync(site.at("new"))).toBe(false);
  });
});

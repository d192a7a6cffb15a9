import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { copySite, temporaryFolder, treeOf } from "../testing/files.ts";
import { type BuildOptions, build } from "./build.ts";
import { cachePath } from "./caches.ts";
import { filesIn } from "./manifest.ts";
import { OutputStates, statesFile } from "./output-states.ts";

const now = Date.parse("2026-01-01T00:00:00Z");

/** A site of which builds remember all, and what an editor and others do to it. */
function remembered() {
  const root = temporaryFolder();
  const folder = copySite("basic");
  const [out, caches] = [join(root, "dist"), join(root, "caches")];
  const edit = (path: string, change: (text: string) => string) => {
    const file = join(folder, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };
  let additions = 0;
  const addText = () =>
    edit("news/2017/0707-first.md", (text) => `${text}\n补充${++additions}。\n`);
  const make = (options: Partial<BuildOptions> = {}) =>
    build({ folder, out, caches, now, configure, ...options });
  /** Builds until files are so old that their states tell of any change. */
  const settle = async () => {
    for (let round = 0; round < 2; round++) {
      addText();
      await make();
      await setTimeout(60);
    }
  };
  const states = () => new OutputStates(out, statesFile(cachePath(caches, folder), out));
  const told = (section: string) => states().toldOf(section);
  /** Is a file known to be as it was left without being read? */
  const isKnown = (path: string) => {
    const { size } = statSync(join(out, path));
    return states().isIntact(path, { fingerprint: "", hash: "of no file", size });
  };
  /** What a build without any knowledge makes. */
  const clean = async (options: Partial<BuildOptions> = {}) => {
    const other = join(temporaryFolder(), "dist");
    await build({ folder, out: other, now, configure, ...options });
    return treeOf(other);
  };
  return { folder, out, edit, addText, make, settle, told, isKnown, clean };
}

type Site = ReturnType<typeof remembered>;

test.each<[string, (site: Site) => void]>([
  ["a text", ({ addText }) => addText()],
  ["a title", ({ edit }) => edit("news/2018/0101-second.md", (it) => it.replace("第二篇", "另题"))],
  ["a page that somebody has altered", ({ out }) => alter(out, "notice/2018/0201-third.html")],
  ["a list that somebody has altered", ({ out }) => alter(out, "archive/2017-07.html")],
  [
    "a page that somebody has removed",
    ({ out }) => rmSync(join(out, "notice/2018/0201-third.html")),
  ],
  [
    "the last article of a section",
    ({ folder }) => rmSync(join(folder, "notice/2018"), { recursive: true }),
  ],
  [
    "the title of the site",
    ({ edit }) => edit("site.yaml", (it) => it.replace(/^title: .*$/m, "title: 另名")),
  ],
])("where sections are told as a whole, a build minds %s", async (_, act) => {
  const site = remembered();
  await site.settle();
  expect(["notice/2018/", "tags/", "archive/"].map((name) => site.told(name)?.html)).toEqual([
    1,
    expect.any(Number),
    expect.any(Number),
  ]);
  act(site);
  site.addText();
  const { built } = await site.make();
  expect(treeOf(site.out)).toEqual(await site.clean());
  const pages = filesIn(site.out).filter((path) => path.endsWith(".html"));
  expect(built?.pages).toBe(pages.length);
});

function alter(out: string, path: string): void {
  writeFileSync(join(out, path), "altered");
}

test("a template of others may write among files that are as they were", async () => {
  const site = remembered();
  await site.settle();
  const withTemplate: typeof configure = (config, prepared) => {
    config.addTemplate("extra.11ty.js", () => "extra", { permalink: "/notice/2018/extra.html" });
    return configure(config, prepared);
  };
  site.addText();
  await site.make({ configure: withTemplate });
  expect(treeOf(site.out)).toEqual(await site.clean({ configure: withTemplate }));
  expect(site.told("notice/2018/")).toBeUndefined();
  expect(site.isKnown("notice/2018/0201-third.html")).toBe(true);
  await site.settle();
  expect(treeOf(site.out)).toEqual(await site.clean());
});

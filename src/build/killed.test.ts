import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { copySite, runScript, startScript, treeOf } from "../testing/files.ts";
import { recover } from "./publish.ts";

/** How many builds are killed at a random moment; more find more. */
const kills = 25;

/** How long a build may take on a slow machine, with its start, in milliseconds. */
const slowBuild = 12_000;

/** Two states of a site, and an output folder in which others keep files too. */
function sites() {
  const first = copySite("basic");
  const root = dirname(first);
  const second = join(root, "content2");
  cpSync(first, second, { recursive: true });
  rmSync(join(second, "notice/2018/0201-third.md"));
  const article = join(second, "news/2017/0707-first.md");
  writeFileSync(article, readFileSync(article, "utf8").replace("第一篇", "改过的一篇"));
  const trees = [first, second].map((folder) => {
    const out = join(root, "reference");
    mkdirSync(join(out, "news/own"), { recursive: true });
    writeFileSync(join(out, "CNAME"), "example.org");
    writeFileSync(join(out, "news/own/notes.txt"), "mine");
    expect(runScript("build", args(folder, out))).toMatchObject({ status: 0, stderr: "" });
    const tree = treeOf(out);
    rmSync(out, { recursive: true });
    return { folder, tree };
  });
  const out = join(root, "dist");
  mkdirSync(join(out, "news/own"), { recursive: true });
  writeFileSync(join(out, "CNAME"), "example.org");
  writeFileSync(join(out, "news/own/notes.txt"), "mine");
  expect(runScript("build", args(first, out)).status).toBe(0);
  return { root, out, trees };
}

const args = (folder: string, out: string) => [
  ...["--content", folder, "--out", out, "--now", "2026-01-01"],
];

type Tree = Record<string, string>;

const others = ["CNAME", "news/own/notes.txt"];

/** The site alone, without the files of others, which may still be on their way. */
function pagesOf(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([file]) => !others.includes(file)));
}

/** Checks what a visitor finds right after a kill, and what is there once that is mended. */
function checkAndRecover({ root, out, trees }: ReturnType<typeof sites>, moment: string) {
  const seen = existsSync(out) ? "a site" : "nothing";
  if (existsSync(out)) {
    expect(
      trees.map(({ tree }) => pagesOf(tree)),
      moment,
    ).toContainEqual(pagesOf(treeOf(out)));
  }
  recover(out);
  expect(
    trees.map(({ tree }) => tree),
    moment,
  ).toContainEqual(treeOf(out));
  expect(readdirSync(root).sort(), moment).toEqual(["content", "content2", "dist"]);
  return seen;
}

/** The state of the site that is not in the output folder now. */
function nextOf({ out, trees }: ReturnType<typeof sites>) {
  const now = JSON.stringify(treeOf(out));
  const next = trees.find(({ tree }) => JSON.stringify(tree) !== now);
  if (!next) throw new Error("both states of the site are alike");
  return next;
}

describe("a build that is killed", () => {
  test(`at ${kills} random moments leaves the old site or the new one`, {
    timeout: kills * slowBuild,
  }, async () => {
    const state = sites();
    const started = performance.now();
    expect(runScript("build", args(nextOf(state).folder, state.out)).status).toBe(0);
    const duration = performance.now() - started;
    let killed = 0;
    for (let kill = 0; kill < kills; kill++) {
      const next = nextOf(state);
      const { child, ended } = startScript("build", args(next.folder, state.out));
      // Every second one is killed while it writes: the start takes most of the time.
      if (kill % 2 === 1) await stagingIn(state.root);
      const wait = Math.random() * (kill % 2 === 1 ? duration / 3 : duration);
      await Promise.race([setTimeout(wait), ended]);
      child.kill("SIGKILL");
      const { status } = await ended;
      if (status === null) killed++;
      checkAndRecover(state, `kill ${kill} after ${wait} ms, status ${status}`);
    }
    expect(killed).toBeGreaterThan(kills / 4);
  });

  test("at any step of putting the new site in place leaves one of them whole", {
    timeout: 15 * slowBuild,
  }, () => {
    const state = sites();
    const seen: string[] = [];
    for (let step = 1; ; step++) {
      const next = nextOf(state);
      const ended = runScript("build", args(next.folder, state.out), {}, [killAt(step)]);
      if (ended.status === 0) break;
      expect(ended.status, ended.stderr).toBe(null);
      seen.push(checkAndRecover(state, `step ${step}`));
    }
    // Between the first rename and the second, and at no other moment.
    expect(seen).toEqual(["a site", "nothing", ...Array(seen.length - 2).fill("a site")]);
    // Two folders, two files of others, the old site aside, its removal, that of the staging folder.
    expect(seen).toHaveLength(7);
  });
});

/** Waits until a build in this folder begins to write. */
function stagingIn(root: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(root, (_, name) => {
      if (!name?.includes("staging")) return;
      watcher.close();
      resolve();
    });
  });
}

/**
 * Code that kills its process at the given one of the renames and removals of folders: before a
 * rename, and in the middle of a removal, when the manifest is gone and all else is still there.
 */
function killAt(step: number): string {
  return `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { renameSync, rmSync } = fs;
    let steps = 0;
    const isLast = () => ++steps === ${step};
    const kill = () => process.kill(process.pid, "SIGKILL");
    fs.renameSync = (...args) => {
      if (isLast()) kill();
      return renameSync(...args);
    };
    fs.rmSync = (folder, options) => {
      if (!isLast()) return rmSync(folder, options);
      rmSync(folder + "/.manifest.json", options);
      kill();
    };
    syncBuiltinESMExports();
  `;
}

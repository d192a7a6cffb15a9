import {
  chmodSync,
  cpSync,
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
import { copySite, everythingIn, runScript, startScript } from "../testing/files.ts";
import { recover } from "./publish.ts";

/** How many builds are killed at a random moment; more find more: `npm run test:long`. */
const kills = Number(process.env["JINSUI_KILLS"] ?? 25);

/** Which steps are those to be killed at: each one in a long run, else one in 24. */
const stride = process.env["JINSUI_KILLS"] ? 1 : 24;

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
    makeOthers(out);
    expect(runScript("build", args(folder, out))).toMatchObject({ status: 0, stderr: "" });
    const tree = everythingIn(out);
    rmSync(out, { recursive: true });
    return { folder, tree };
  });
  const out = join(root, "dist");
  makeOthers(out);
  expect(runScript("build", args(first, out)).status).toBe(0);
  return { root, out, trees };
}

/** What others keep in an output folder: files, an empty folder, and folders with modes of theirs. */
function makeOthers(out: string) {
  mkdirSync(join(out, "news/own"), { recursive: true });
  mkdirSync(join(out, "notice/2018/empty"), { recursive: true });
  writeFileSync(join(out, "CNAME"), "example.org");
  writeFileSync(join(out, "news/own/notes.txt"), "mine");
  for (const folder of ["news", "news/own", "notice/2018/empty"])
    chmodSync(join(out, folder), 0o751);
}

const others = ["CNAME", "news", "news/own", "news/own/notes.txt", "notice/2018/empty"];

const args = (folder: string, out: string) => [
  ...["--content", folder, "--out", out, "--now", "2026-01-01"],
];

/** Checks what a visitor finds right after a kill, and what is there once that is mended. */
function checkAndRecover({ root, out, trees }: ReturnType<typeof sites>, moment: string) {
  const either = trees.map(({ tree }) => tree);
  const seen = everythingIn(out);
  for (const [path, state] of Object.entries(seen)) {
    expect(
      either.map((tree) => tree[path]),
      `${moment}: ${path}`,
    ).toContain(state);
  }
  const expected = Object.keys(either[0] ?? {}).filter((path) =>
    either.every((tree) => tree[path]),
  );
  expect(Object.keys(seen), moment).toEqual(expect.arrayContaining(expected));
  expect(expected).toEqual(expect.arrayContaining(others));
  recover(out);
  expect(either, moment).toContainEqual(everythingIn(out));
  expect(readdirSync(root).sort(), moment).toEqual(["content", "content2", "dist"]);
}

/** The state of the site that is not in the output folder now. */
function nextOf({ out, trees }: ReturnType<typeof sites>) {
  const now = JSON.stringify(everythingIn(out));
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
    timeout: 100 * slowBuild,
  }, () => {
    const state = sites();
    let killed = 0;
    for (let step = 1; ; step += stride) {
      const next = nextOf(state);
      const ended = runScript("build", args(next.folder, state.out), {}, [killAt(step)]);
      if (ended.status === 0) break;
      expect(ended.status, ended.stderr).toBe(null);
      killed++;
      checkAndRecover(state, `step ${step}`);
    }
    // Dozens of files of either site differ: each is kept, and each is moved.
    expect(killed).toBeGreaterThan(40 / stride);
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
 * Code that kills its process at the given one of the steps that change a name in the output folder
 * or beside it: before it, or, where a folder is removed or a file written, in the middle.
 */
function killAt(step: number): string {
  return `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { rmSync, writeFileSync } = fs;
    const kill = () => process.kill(process.pid, "SIGKILL");
    let steps = 0;
    for (const name of ["renameSync", "linkSync", "mkdirSync", "rmdirSync", "unlinkSync", "rmSync", "writeFileSync"]) {
      const original = fs[name];
      fs[name] = (path, ...args) => {
        if (/dist.jinsui-(?!staging-\\w+$)|dist\\//.test([path, args[0]].join())) steps++;
        if (steps === ${step}) {
          if (name === "rmSync" && /staging-\\w+$/.test(path)) rmSync(path + "/.jinsui-kept", { recursive: true, force: true });
          if (name === "writeFileSync") writeFileSync(path, String(args[0]).slice(0, 20));
          kill();
        }
        return original(path, ...args);
      };
    }
    syncBuiltinESMExports();
  `;
}

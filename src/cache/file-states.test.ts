import {
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { FileStates, hashOfStates, stateOf } from "./file-states.ts";

test("a file is known by its state only when it can't have been written unnoticed", () => {
  const path = join(temporaryFolder(), "a.md");
  writeFileSync(path, "1");
  expect(stateOf(statSync(path))).toBe("");
  const before = new Date(Date.now() - 1000);
  utimesSync(path, before, before);
  // When it was changed is told by the time of the change as well, which can't be set.
  expect(stateOf(statSync(path))).toBe("");
  const { size, ino } = statSync(path);
  const at = (mtimeMs: number) => stateOf({ size, ino, mtimeMs, ctimeMs: mtimeMs } as Stats);
  expect(at(Date.now() - 1000.5)).not.toBe("");
  expect(at(Math.floor(Date.now() / 1000) * 1000 - 1000)).toBe("");
  expect(at(Math.floor(Date.now() / 1000) * 1000 - 3000)).not.toBe("");
});

describe("a look at a folder", () => {
  /** A folder with these files, all of them old enough to be known by their states. */
  async function folderOf(...paths: string[]): Promise<string> {
    const folder = temporaryFolder();
    for (const path of paths) put(folder, path);
    await setTimeout(100);
    return folder;
  }

  function put(folder: string, path: string, text = path): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    const long = new Date(Date.now() - 100_000.5);
    utimesSync(join(folder, path), long, long);
  }

  test("tells the states of files, and what stands for each folder and for all", async () => {
    const folder = await folderOf(
      "site.yaml",
      "news/2017/b.md",
      "news/2017/a.md",
      "news/2018/a.md",
    );
    const states = new FileStates(folder);
    const stateAt = (path: string) => stateOf(statSync(join(folder, path)));
    expect(states.count).toBe(4);
    for (const path of ["site.yaml", "news/2017/a.md", "news/2017/b.md"]) {
      expect(states.get(path)).toBe(stateAt(path));
    }
    for (const path of ["a.md", "news", "news/2017", "news/2017/c.md", "news/2019/a.md"]) {
      expect(states.get(path)).toBeUndefined();
    }
    const own = ["news/2017/a.md", "news/2017/b.md"].map(stateAt);
    expect(states.hashOf("news/2017/")).toBe(hashOfStates(["a.md", "b.md"], own));
    expect(states.hashOf("news/")).toBe(hashOfStates([], []));
    expect(states.hashOf("news/2019/")).toBeUndefined();
    expect(["", "news/", "news/2017/"].map((path) => states.hasFolders(path))).toEqual([
      true,
      true,
      false,
    ]);
    expect(states.hash).toBe(new FileStates(folder).hash);
  });

  const news = "news/2017";
  test.each<[string, (folder: string) => void]>([
    ["a file that was written", (folder) => put(folder, `${news}/a.md`, "another")],
    ["one of the same size", (folder) => put(folder, `${news}/a.md`, `${news}/A.md`)],
    ["a new file", (folder) => put(folder, `${news}/c.md`)],
    ["a file that is gone", (folder) => rmSync(join(folder, news, "a.md"))],
    [
      "another name",
      (folder) => renameSync(join(folder, news, "a.md"), join(folder, news, "c.md")),
    ],
    ["another folder", (folder) => renameSync(join(folder, news), join(folder, "news/2018"))],
    ["a folder that is empty", (folder) => mkdirSync(join(folder, "news/2018"))],
    [
      "a link in the place of a file",
      (folder) => {
        renameSync(join(folder, news, "a.md"), join(folder, "a.md"));
        symlinkSync("../../a.md", join(folder, news, "a.md"));
      },
    ],
  ])("sees %s", async (_, change) => {
    const folder = await folderOf(`${news}/a.md`, `${news}/b.md`);
    const before = new FileStates(folder).hash;
    expect(before).toBeDefined();
    change(folder);
    await setTimeout(100);
    const after = new FileStates(folder).hash;
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  test("has no hash where a file is so new that it could be written again unnoticed", async () => {
    const folder = await folderOf(`${news}/a.md`, "old/2017/a.md");
    writeFileSync(join(folder, news, "a.md"), "new");
    const states = new FileStates(folder);
    expect(states.hash).toBeUndefined();
    expect(states.hashOf(`${news}/`)).toBeUndefined();
    expect(states.get(`${news}/a.md`)).toBe("");
    expect(states.hashOf("old/2017/")).toBeDefined();
  });
});

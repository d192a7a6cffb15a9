import { existsSync, readdirSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  copySite,
  type Ended,
  runScript,
  startScript,
  temporaryFolder,
  treeOf,
} from "../testing/files.ts";
import { LockedError, lock } from "./lock.ts";

/** How often two builds are started at once. */
const races = 6;

// Where sockets are files, their folders stay.
beforeEach(() => {
  vi.stubEnv("TMPDIR", temporaryFolder());
  return () => vi.unstubAllEnvs();
});

const platforms = [process.platform, "darwin"] as const;

describe.each(platforms.filter((platform) => platform !== "win32"))(
  "the lock of %s",
  (platform) => {
    test("is had by one, and by the next once it is given back", async () => {
      const out = join(temporaryFolder(), "dist");
      const unlock = await lock(out, platform);
      await expect(lock(out, platform)).rejects.toThrow(LockedError);
      (await lock(`${out}2`, platform))();
      unlock();
      (await lock(out, platform))();
      (await lock(out, platform))();
    });

    test("is had by exactly one of many who want it at once", async () => {
      const out = join(temporaryFolder(), "dist");
      const locks = await Promise.allSettled(Array.from({ length: 8 }, () => lock(out, platform)));
      const had = locks.filter(({ status }) => status === "fulfilled");
      expect(had).toHaveLength(1);
      for (const result of locks) if (result.status === "fulfilled") result.value();
    });
  },
);

const args = (folder: string, out: string) => [
  ...["--content", folder, "--out", out, "--now", "2026-01-01"],
];

const outOf = (folder: string) => join(dirname(folder), "dist");

/** Starts a build and stops it in the middle, as soon as it writes. */
async function stoppedBuild(folder: string) {
  const build = startScript("build", args(folder, outOf(folder)));
  await new Promise<void>((resolve) => {
    const watcher = watch(dirname(folder), (_, name) => {
      if (!name?.includes("staging")) return;
      watcher.close();
      build.child.kill("SIGSTOP");
      resolve();
    });
  });
  return build;
}

const refusal = /^另一个生成网站的程序正在写 .*dist。.*\n没有生成网站，.*dist 保持原样。\n$/;

describe.skipIf(process.platform === "win32")("two builds of one output folder", () => {
  test("the second ends at once, also by another way to the folder, and the first goes on", async () => {
    const folder = copySite("basic");
    const { child, ended } = await stoppedBuild(folder);
    const second = runScript(
      "build",
      args(folder, join(folder, "../../", dirname(folder).split("/").at(-1) ?? "", "dist")),
    );
    expect(second).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(refusal) });
    expect(existsSync(outOf(folder))).toBe(false);
    child.kill("SIGCONT");
    expect(await ended).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(dirname(folder)).sort()).toEqual(["content", "dist"]);
  });

  test("a build that was killed keeps nobody away", async () => {
    const folder = copySite("basic");
    const { child, ended } = await stoppedBuild(folder);
    child.kill("SIGKILL");
    await ended;
    expect(readdirSync(dirname(folder))).toHaveLength(2);
    expect(runScript("build", args(folder, outOf(folder)))).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(readdirSync(dirname(folder)).sort()).toEqual(["content", "dist"]);
  });

  test(`started at once, ${races} times: one builds, the other does or is refused`, {
    timeout: races * 30_000,
  }, async () => {
    const folder = copySite("basic");
    const out = outOf(folder);
    expect(runScript("build", args(folder, join(dirname(folder), "reference"))).status).toBe(0);
    const expected = treeOf(join(dirname(folder), "reference"));
    let refused = 0;
    for (let race = 0; race < races; race++) {
      const builds = [1, 2].map(() => startScript("build", args(folder, out)).ended);
      const ended: Ended[] = await Promise.all(builds);
      const failed = ended.filter(({ status }) => status !== 0);
      expect(failed.length).toBeLessThan(2);
      for (const { status, stderr } of failed) {
        expect(stderr).toMatch(refusal);
        expect(status).toBe(1);
      }
      refused += failed.length;
      expect(treeOf(out)).toEqual(expected);
      expect(readdirSync(dirname(folder)).sort()).toEqual(["content", "dist", "reference"]);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

test.skipIf(process.platform === "win32")(
  "socket files of killed processes are no lock",
  async () => {
    const out = join(temporaryFolder(), "dist");
    const code = `
    import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
    register();
    const { lock } = await import(${JSON.stringify(import.meta.resolve("./lock.ts"))});
    await lock(${JSON.stringify(out)}, "darwin");
    process.kill(process.pid, "SIGKILL");
  `;
    expect(runScript("build", ["--help"], {}, [code]).status).toBe(null);
    const locks = await Promise.allSettled(Array.from({ length: 8 }, () => lock(out, "darwin")));
    const had = locks.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(had).toHaveLength(1);
    await expect(lock(out, "darwin")).rejects.toThrow(LockedError);
    had[0]?.();
  },
);

import {
  chmodSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { everythingIn, temporaryFolder } from "../testing/files.ts";
import { beside, type Files, newOut, put, read, stage, write } from "../testing/releases.ts";
import { killedAt, systemError, withSteps } from "../testing/steps.ts";
import { ForeignFileError } from "./foreign-file-error.ts";
import { filesIn } from "./manifest.ts";
import { publish, recover } from "./publish.ts";
import { isUnfinished } from "./staging.ts";
import { StorageError } from "./storage-error.ts";

/** Both states of a site, with everything in it that can change, and what others keep in it. */
const first: Files = {
  "same.html": "1",
  "changed.html": "1",
  "edited.html": "1",
  "linked.html": "1",
  "stale.html": "1",
  "news/2017/a.html": "1",
  "news/2017/gone.html": "1",
  "gone/2017/b.html": "1",
  "gone/2017/c.html": "1",
  "own/d.html": "1",
  file: "1",
  "linked-file": "1",
  "folder/2/e.html": "1",
  "folder/f.html": "1",
};
const second: Files = {
  "same.html": "1",
  "changed.html": "2",
  "edited.html": "1",
  "linked.html": "1",
  "news/2017/a.html": "2",
  "news/2018/new.html": "2",
  "file/g.html": "2",
  "linked-file/own.txt": "2",
  folder: "2",
};

function firstSite(): string {
  const out = newOut();
  put(out, first);
  write(out, { CNAME: "example.org", "own/own.txt": "mine", "edited.html": "edited" });
  mkdirSync(join(out, "own/empty"));
  mkdirSync(join(out, "empty"));
  unlinkSync(join(out, "linked.html"));
  symlinkSync("/nowhere", join(out, "linked.html"));
  // Whoever follows this one finds a file of others there.
  unlinkSync(join(out, "linked-file"));
  symlinkSync("own", join(out, "linked-file"));
  for (const folder of ["own", "empty", "news/2017", "folder/2"])
    chmodSync(join(out, folder), 0o751);
  return out;
}

/** The two states, and how many steps there are between them. */
function states() {
  const out = firstSite();
  const before = everythingIn(out);
  const release = stage(out, second);
  const steps = withSteps(
    () => publish(release),
    () => {},
  );
  return { before, after: everythingIn(out), steps };
}

/** Each step of recovering is one to be killed at in `npm run test:long`, else each seventh. */
const stride = process.env["JINSUI_KILLS"] ? 1 : 7;

describe("a publication that is killed at any step", () => {
  test("has been completed or undone after the next start, whenever that is killed itself", {
    timeout: 300_000,
  }, () => {
    const { before, after, steps } = states();
    let undone = 0;
    for (let step = 1; step <= steps; step++) {
      for (let again = 1, killed = true; killed; again += stride) {
        const out = firstSite();
        const release = stage(out, second);
        expect(killedAt(step, () => publish(release))).toBe(true);
        const seen = everythingIn(out);
        for (const path of ["same.html", "CNAME", "own/own.txt", "own/empty", "empty", "own"]) {
          expect(seen[path]).toBe(before[path]);
        }
        killed = killedAt(again, () => recover(out));
        recover(out);
        const now = everythingIn(out);
        expect([before, after], `step ${step}, ${again}`).toContainEqual(now);
        expect(beside(out), `step ${step}, ${again}`).toEqual(["dist"]);
        if (now["changed.html"] === before["changed.html"]) undone++;
        rmSync(dirname(out), { recursive: true });
      }
    }
    expect(undone).toBeGreaterThan(steps);
  });

  test("has so also where the staging folder is in the output folder", () => {
    const { before, after, steps } = states();
    for (let step = 1; step <= steps; step++) {
      const out = firstSite();
      const { staging: beside, ...site } = stage(out, second);
      const staging = join(out, ".jinsui-staging-0a");
      renameSync(beside, staging);
      expect(killedAt(step, () => publish({ ...site, staging }))).toBe(true);
      recover(out);
      expect([before, after], `step ${step}`).toContainEqual(everythingIn(out));
      rmSync(dirname(out), { recursive: true });
    }
  });

  test("serves a file at each address that both sites have", () => {
    const { steps } = states();
    for (let step = 1; step <= steps; step++) {
      const out = firstSite();
      const release = stage(out, second);
      killedAt(step, () => publish(release));
      expect(read(out, "changed.html")).toMatch(/^[12]$/);
      expect(read(out, "news/2017/a.html")).toMatch(/^[12]$/);
      rmSync(dirname(out), { recursive: true });
    }
  });
});

describe("a publication of which a step fails", () => {
  test("is undone at once, or is there whole", () => {
    const { before, after, steps } = states();
    const codes = ["ENOSPC", "EACCES", "EROFS", "EBUSY", "EXDEV"];
    let failed = 0;
    for (let step = 1; step <= steps; step++) {
      const out = firstSite();
      const was = everythingIn(out, { inodes: true });
      const release = stage(out, second);
      const fail = (at: number) => {
        if (at === step) throw systemError(codes[step % codes.length] ?? "");
      };
      let error: unknown;
      try {
        withSteps(() => publish(release), fail);
      } catch (thrown) {
        error = thrown;
      }
      if (error) {
        failed++;
        expect(error, `step ${step}`).toBeInstanceOf(StorageError);
        expect(everythingIn(out), `step ${step}`).toEqual(before);
        // Links are copied at worst: all else is even the same file.
        const now = everythingIn(out, { inodes: true });
        expect({ ...now, "linked.html": "" }).toEqual({ ...was, "linked.html": "" });
        expect(isUnfinished(out)).toBe(false);
      }
      // An empty folder may still have to go.
      recover(out);
      expect(everythingIn(out), `step ${step}`).toEqual(error ? before : after);
      expect(beside(out)).toEqual(["dist"]);
    }
    expect(failed).toBeGreaterThan(steps / 2);
  });

  test("and every step after it is undone at the next start, and told as unfinished until then", () => {
    const { before, after, steps } = states();
    let unfinished = 0;
    for (let step = 1; step <= steps; step++) {
      const out = firstSite();
      const release = stage(out, second);
      const readOnly = (at: number) => {
        if (at >= step) throw systemError("EROFS");
      };
      try {
        withSteps(() => publish(release), readOnly);
      } catch (error) {
        expect(error).toBeInstanceOf(StorageError);
      }
      if (isUnfinished(out)) {
        unfinished++;
        const recovering = () =>
          withSteps(
            () => recover(out),
            () => readOnly(step),
          );
        expect(recovering).toThrow(StorageError);
        expect(isUnfinished(out)).toBe(true);
      }
      recover(out);
      expect([before, after], `step ${step}`).toContainEqual(everythingIn(out));
      expect(beside(out)).toEqual(["dist"]);
    }
    expect(unfinished).toBeGreaterThan(10);
  });

  test.each<[string, string, boolean]>([
    ["early", "news/2018/new.html", true],
    ["late", "linked-file/own.txt", false],
  ])("%s is undone also where the disk has no hard links", (_, moved, untouched) => {
    const { before } = states();
    const out = firstSite();
    const was = everythingIn(out, { inodes: true });
    const release = stage(out, second);
    let failed = false;
    const fail = (_: number, name: string) => {
      if (name === "linkSync") throw systemError("EPERM");
      if (failed || name !== "renameSync" || !existsSync(join(out, moved))) return;
      failed = true;
      throw systemError("EACCES");
    };
    expect(() => withSteps(() => publish(release), fail)).toThrow(StorageError);
    expect(everythingIn(out)).toEqual(before);
    if (untouched)
      expect(everythingIn(out, { inodes: true })["changed.html"]).toBe(was["changed.html"]);
  });
});

/** An output folder in which a publication was killed once files of both sites were there. */
function halfPublished(): string {
  const out = firstSite();
  const release = stage(out, second);
  const killed = () =>
    withSteps(
      () => publish(release),
      () => {
        if (existsSync(join(out, "news/2018/new.html"))) throw new Error("killed");
      },
    );
  expect(killed).toThrow("killed");
  expect(isUnfinished(out)).toBe(true);
  return out;
}

describe("recover", () => {
  test("removes what killed builds left, and nothing else", () => {
    const out = newOut();
    const root = dirname(out);
    put(out, { "a.html": "1" });
    for (const name of ["dist.jinsui-staging-0a", "dist/.jinsui-staging-0b"]) {
      write(join(root, name), { "b.html": "2" });
    }
    const others = [
      "dist.jinsui-staging-of-others",
      "other.jinsui-staging-1",
      "xdist.jinsui-staging-1",
    ];
    for (const name of others) write(join(root, name), { "b.html": "2" });
    recover(out);
    expect(beside(out)).toEqual(["dist", ...others]);
    expect(filesIn(out)).toEqual([".manifest.json", "a.html"]);
  });

  test("does nothing where there is nothing", () => {
    recover(join(newOut(), "deeper"));
  });

  test("overwrites nothing that others have put where a file is to be moved back", () => {
    const out = halfPublished();
    // A file of the new site had been there, if the publication had come so far.
    write(out, { "file/g.html": "mine" });
    expect(() => recover(out)).toThrow(`${join(out, "file")} was`);
    expect(isUnfinished(out)).toBe(true);
    expect(read(out, "file/g.html")).toBe("mine");
    unlinkSync(join(out, "file/g.html"));
    recover(out);
    expect(read(out, "file")).toBe("1");
    expect(beside(out)).toEqual(["dist"]);
  });

  test("writes nothing outside through a link that somebody has made since", () => {
    const out = halfPublished();
    const outside = temporaryFolder();
    renameSync(join(out, "news"), join(outside, "news"));
    symlinkSync(join(outside, "news"), join(out, "news"));
    const was = everythingIn(outside);
    expect(() => recover(out)).toThrow(ForeignFileError);
    expect(everythingIn(outside)).toEqual(was);
  });

  test("takes note that somebody has removed the site, or the staging folder", () => {
    const out = halfPublished();
    rmSync(out, { recursive: true });
    recover(out);
    expect(beside(out)).toEqual([]);
    const other = halfPublished();
    const [staging = ""] = beside(other).filter((name) => name.includes("staging"));
    rmSync(join(dirname(other), staging), { recursive: true });
    recover(other);
    expect(existsSync(join(other, "news/2018"))).toBe(false);
    put(other, second);
    expect(beside(other)).toEqual(["dist"]);
  });

  test("tells a damaged journal as a fault of the disk", () => {
    const out = halfPublished();
    writeFileSync(`${out}.jinsui-journal`, "");
    expect(() => recover(out)).toThrow(StorageError);
    expect(isUnfinished(out)).toBe(true);
  });
});

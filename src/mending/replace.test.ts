import { randomBytes } from "node:crypto";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { maxFileBytes } from "../content/decode.ts";
import { temporaryFolder } from "../testing/files.ts";
import { discard, readOriginal, replace, stage } from "./replace.ts";

vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  return { ...crypto, randomBytes: vi.fn(crypto.randomBytes) };
});

const file = "news/2017/a.md";
const now = Buffer.from("mended");

/** A content folder with one file, and the folder that must stay as it is. */
function place() {
  const root = temporaryFolder();
  const [folder, outside] = [join(root, "content"), join(root, "outside")];
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(outside);
  writeFileSync(path, "before");
  writeFileSync(join(outside, "a.md"), "before");
  return { folder, outside, path, beside: () => readdirSync(dirname(path)) };
}

/** The file as it was read, which must be possible. */
function read(folder: string) {
  const original = readOriginal(folder, file);
  if (!original) throw new Error("the file was not read");
  return original;
}

function stageIn(folder: string) {
  const staged = stage(read(folder), now);
  if (!staged) throw new Error("nothing was written");
  return staged;
}

test("a file is replaced whole, with its mode, and nothing is left beside it", () => {
  const { folder, path, beside } = place();
  chmodSync(path, 0o640);
  const staged = stageIn(folder);
  expect(readFileSync(path, "utf8")).toBe("before");
  expect(replace(staged)).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("mended");
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(beside()).toEqual(["a.md"]);
});

test("the content folder itself may be a link", () => {
  const { folder, outside, path } = place();
  const link = join(outside, "link");
  symlinkSync(folder, link);
  expect(replace(stageIn(link))).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("mended");
});

test("under another name the old content stays", () => {
  const { folder, outside, path } = place();
  linkSync(path, join(outside, "other.md"));
  expect(replace(stageIn(folder))).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("mended");
  expect(readFileSync(join(outside, "other.md"), "utf8")).toBe("before");
});

test("a link that waits where the new content is written leads nowhere", () => {
  const { folder, outside, path } = place();
  const name = Buffer.alloc(16);
  vi.mocked(randomBytes).mockReturnValueOnce(name as never);
  const planted = join(dirname(path), `~$${name.toString("hex")}`);
  symlinkSync(join(outside, "a.md"), planted);
  expect(() => stage(read(folder), now)).toThrow(expect.objectContaining({ code: "EEXIST", path }));
  expect(readFileSync(join(outside, "a.md"), "utf8")).toBe("before");
  expect(readdirSync(dirname(path))).toContain(`~$${name.toString("hex")}`);
});

test("names can't be foreseen", () => {
  const { folder } = place();
  const [one, other] = [stageIn(folder), stageIn(folder)];
  expect(one.temporary).not.toBe(other.temporary);
  discard(one);
  discard(other);
});

/** What may happen to a file while it is mended. */
const changes: Record<string, (at: ReturnType<typeof place>) => void> = {
  "a file that is gone": ({ path }) => rmSync(path),
  "a file that is a link now": ({ path, outside }) => {
    rmSync(path);
    symlinkSync(join(outside, "a.md"), path);
  },
  "a file that is a folder now": ({ path }) => {
    rmSync(path);
    mkdirSync(path);
  },
  "a file that was saved meanwhile": ({ path }) => writeFileSync(path, "edited"),
  "a file that was written anew, of the same size and time": ({ path }) => {
    const { atime, mtime } = statSync(path);
    renameSync(path, `${path}.old`);
    writeFileSync(path, "edited");
    utimesSync(path, atime, mtime);
    rmSync(`${path}.old`);
  },
  "a folder that is a link now": ({ path, outside }) => {
    renameSync(dirname(path), join(outside, "moved"));
    symlinkSync(join(outside, "moved"), dirname(path));
  },
  "a folder above that is a link now": ({ folder, outside }) => {
    renameSync(join(folder, "news"), join(outside, "news"));
    symlinkSync(join(outside, "news"), join(folder, "news"));
  },
  "a folder that is another now": ({ path }) => {
    renameSync(dirname(path), `${dirname(path)}-old`);
    mkdirSync(dirname(path));
    linkSync(join(`${dirname(path)}-old`, "a.md"), path);
  },
};

/** Everything in a folder, links followed, as text. */
function contentsOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name}: ${readFileSync(join(parentPath, name), "utf8")}`)
    .sort();
}

describe.each(Object.entries(changes))("%s stays as it is", (name, happen) => {
  test("once it was read", () => {
    const at = place();
    const original = read(at.folder);
    happen(at);
    const before = contentsOf(dirname(at.folder));
    expect(stage(original, now)).toBeUndefined();
    expect(contentsOf(dirname(at.folder))).toEqual(before);
  });

  test("once the new content is written", () => {
    const at = place();
    const staged = stageIn(at.folder);
    happen(at);
    const before = contentsOf(dirname(at.folder));
    expect(replace(staged)).toBe(false);
    expect(contentsOf(dirname(at.folder))).toEqual(before);
    discard(staged);
    if (!name.startsWith("a folder"))
      expect(contentsOf(dirname(at.folder)).join()).not.toContain("~$");
  });
});

describe("no file is read", () => {
  test.each([
    "a file that is gone",
    "a file that is a link now",
    "a file that is a folder now",
    "a folder that is a link now",
    "a folder above that is a link now",
  ])("%s", (name) => {
    const at = place();
    changes[name]?.(at);
    expect(readOriginal(at.folder, file)).toBeUndefined();
  });

  test("that is larger than any that a build reads", () => {
    const { folder, path } = place();
    writeFileSync(path, Buffer.alloc(maxFileBytes + 1));
    expect(readOriginal(folder, file)).toBeUndefined();
  });
});

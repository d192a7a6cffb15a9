import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type BenchArticle, makeArticle } from "./articles.ts";
import type { SiteGenerator } from "./generators/generator.ts";
import { describeMachine, loadAverage, type Machine } from "./machine.ts";
import { type Measured, measure } from "./processes.ts";
import { change, type Scenario, type SiteState } from "./scenarios.ts";
import { findMissing } from "./verify.ts";
import { clear, layArticles, layTemplates } from "./work-folder.ts";

/** How long a build may take, in seconds. */
const patience = 1800;

export interface BenchOptions {
  generators: readonly SiteGenerator[];
  sizes: readonly number[];
  scenarios: readonly Scenario[];
  runs: number;
  seed: number;
  /** The work folder. */
  folder: string;
  signal?: AbortSignal;
  onProgress(progress: Progress): void;
}

export type Progress =
  | { step: "install"; name: string }
  | { step: "absent"; name: string; why: string }
  | { step: "lay"; size: number }
  | { step: "build"; name: string; size: number; scenario: Scenario; run: number; runs: number }
  | { step: "failed"; name: string; why: string };

/** The builds of one generator in one scenario, or why there are none. */
export interface Result {
  generator: string;
  size: number;
  scenario: Scenario;
  builds: Measured[];
  failure?: string;
}

export interface BenchResults {
  machine: Machine;
  /** The load average of the last minute at the end, in which the last builds count. */
  loadAfter: number;
  /** The names of the generators that took part, and their versions. */
  versions: { id: string; name: string; version: string }[];
  runs: number;
  seed: number;
  results: Result[];
}

/** A generator's site, and what became of it. */
interface Contender extends SiteState {
  built: boolean;
  failure?: string;
}

/**
 * Builds sites of each size with each generator, in each scenario `runs` times in turns, and holds
 * every output to what all have to build. A generator that fails with a size is left out of the
 * rest of that size; one that can't be installed, of all.
 */
export async function bench(options: BenchOptions): Promise<BenchResults> {
  const machine = describeMachine(options.folder);
  const present = options.generators.filter((generator) => provide(generator, options));
  const versions = present.map((generator) => {
    const { id, name } = generator;
    return { id, name, version: generator.version(join(options.folder, id)) ?? "" };
  });
  const results: Result[] = [];
  for (const size of options.sizes) {
    const contenders = layOut(present, size, options);
    for (const scenario of options.scenarios) {
      results.push(...(await measureScenario(contenders, scenario, options)));
    }
    for (const { generator, folder } of contenders) clear(folder, generator, []);
  }
  const { runs, seed } = options;
  return { machine, loadAfter: loadAverage(), versions, runs, seed, results };
}

/** Writes the site of every generator. */
function layOut(
  present: readonly SiteGenerator[],
  size: number,
  { folder, seed, onProgress }: BenchOptions,
): Contender[] {
  onProgress({ step: "lay", size });
  const folders = new Map(present.map((generator) => [generator, join(folder, generator.id)]));
  for (const [generator, own] of folders) layTemplates(own, generator);
  layArticles(folders, size, seed);
  return Array.from(folders, ([generator, own]) => ({
    generator,
    folder: own,
    laidOut: readdirSync(own),
    size,
    edits: 0,
    additions: 0,
    built: false,
  }));
}

/** Installs a generator that comes from the npm registry; tells where one can't be had. */
function provide(generator: SiteGenerator, { folder, onProgress }: BenchOptions): boolean {
  const { id, name, hint = "" } = generator;
  const own = join(folder, id);
  layTemplates(own, generator);
  if (existsSync(join(own, "package.json"))) {
    onProgress({ step: "install", name });
    const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const { status, stderr } = spawnSync("npm", args, { cwd: own, encoding: "utf8" });
    if (status !== 0) {
      onProgress({ step: "absent", name, why: stderr.trim() });
      return false;
    }
  }
  if (generator.version(own) !== undefined) return true;
  onProgress({ step: "absent", name, why: hint });
  return false;
}

async function measureScenario(
  contenders: readonly Contender[],
  scenario: Scenario,
  options: BenchOptions,
): Promise<Result[]> {
  const builds = new Map(contenders.map((contender) => [contender, [] as Measured[]]));
  for (let run = 1; run <= options.runs; run++) {
    for (const contender of inTurns(contenders, run)) {
      if (contender.failure) continue;
      const measured = await measureOne(contender, scenario, run, options);
      if (measured) builds.get(contender)?.push(measured);
      options.signal?.throwIfAborted();
    }
  }
  return Array.from(builds, ([{ generator, size, failure }, measured]) => ({
    generator: generator.id,
    size,
    scenario,
    builds: measured,
    ...(failure && { failure }),
  }));
}

/** The order of a run, which counts from 1. Each begins with another, so that all have each place. */
export function inTurns<T>(contenders: readonly T[], run: number): T[] {
  const first = (run - 1) % contenders.length;
  return [...contenders.slice(first), ...contenders.slice(0, first)];
}

async function measureOne(
  contender: Contender,
  scenario: Scenario,
  run: number,
  { runs, seed, onProgress }: BenchOptions,
): Promise<Measured | undefined> {
  const { generator, size } = contender;
  const { name } = generator;
  onProgress({ step: "build", name, size, scenario, run, runs });
  // What comes after a build needs one; it is not counted.
  if (scenario !== "cold" && !contender.built) {
    await build(contender, makeArticle(0, size, seed));
  }
  const measured = contender.failure
    ? undefined
    : await build(contender, change(contender, scenario, seed));
  if (contender.failure) onProgress({ step: "failed", name, why: contender.failure });
  return measured;
}

/** Builds a site and looks at the output; notes what is wrong with it. */
async function build(contender: Contender, sample: BenchArticle): Promise<Measured | undefined> {
  const { generator, folder, size, additions, newest } = contender;
  const measured = await measure(generator.program(folder), patience);
  if (measured.status !== 0) {
    contender.failure = `ended with ${measured.status}: ${measured.output.trim()}`;
    return undefined;
  }
  const expected = { articles: size + additions, sample, newest };
  const missing = findMissing(join(folder, generator.output), generator, expected);
  if (missing !== undefined) {
    contender.failure = missing;
    return undefined;
  }
  contender.built = true;
  return measured;
}

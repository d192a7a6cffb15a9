import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import type { Page } from "../pages/page.ts";
import type { Site } from "../site/site.ts";
import { compile, type Written } from "./compile.ts";
import { makeFolder } from "./make-folder.ts";
import { filesIn, type Manifest, type Output, outputOf, readManifest } from "./manifest.ts";
import type { OutputStates } from "./output-states.ts";
import { type Planned, siteFingerprint } from "./outputs.ts";
import { makePart } from "./part.ts";
import type { Prepared } from "./prepare.ts";
import { type Timings, timed } from "./timings.ts";
import type { Workers } from "./workers.ts";

/** A site that is to be made, and what there is of it already. */
export interface Renewal {
  /** Every file of the site. */
  planned: ReadonlyMap<string, Planned>;
  /** The output folder, and which of its files are as they were left. */
  out: string;
  states: OutputStates;
  /** Make every file anew? */
  clean: boolean;
  /** Where new and changed files are put. */
  staging: string;
  prepared: Prepared & { site: Site };
  configure: (config: EleventyConfig, part: Prepared) => unknown;
  /** Other threads that make pages as well. */
  workers: PageMaker | undefined;
  timings: Timings | undefined;
  onProgress: ((done: number, total: number) => void) | undefined;
  signal: AbortSignal | undefined;
}

/** Threads that make pages beside this one. */
export type PageMaker = Pick<Workers, "batches" | "make">;

/** What marks a file that a template other than ours made, which may show anything of the site. */
const ofOthers = "site:";

/**
 * Makes those files of a site that are not in the output folder yet as they should be, through
 * Eleventy, which is not even loaded where there are none. Gives the manifest of the whole site and
 * the files that are in the staging folder now, which differ from those in the output folder.
 */
export async function renew(
  renewal: Renewal,
): Promise<{ manifest: Manifest; written: ReadonlySet<string> }> {
  const { planned, out, states, staging, clean, timings } = renewal;
  const old = readManifest(out);
  const whole = ofOthers + siteFingerprint(planned);
  const manifest = new Map<string, Output>();
  let stale = false;
  for (const [path, output] of old) {
    const wanted = planned.get(path)?.fingerprint ?? whole;
    // A file that is neither planned nor of another template belongs to the last site only.
    if (!planned.has(path) && !output.fingerprint.startsWith(ofOthers)) continue;
    if (!clean && output.fingerprint === wanted && states.isIntact(path, output)) {
      manifest.set(path, output);
    } else stale = true;
  }
  for (const path of planned.keys()) if (!manifest.has(path)) stale = true;

  timings?.end("comparing");
  makeFolder(staging);
  if (!stale) return { manifest, written: new Set() };
  const made = await make(renewal, new Set(manifest.keys()));
  const written = new Set<string>();
  for (const path of filesIn(staging)) {
    const { fingerprint = whole, source } = planned.get(path) ?? {};
    const output = {
      ...(made.get(path) ?? outputOf(readFileSync(join(staging, path)))),
      ...{ fingerprint, ...(source !== undefined && { source }) },
    };
    manifest.set(path, output);
    const before = old.get(path);
    if (before?.hash === output.hash && states.isIntact(path, before)) rmSync(join(staging, path));
    else written.add(path);
  }
  return { manifest, written };
}

/** How many pages are made in one go: Eleventy keeps all of them in memory until it is done. */
const partSize = 250;

/** Has Eleventy make all files of the site but these, and gives what templates wrote. */
async function make(renewal: Renewal, kept: ReadonlySet<string>): Promise<Map<string, Written>> {
  const { planned, staging, configure, workers, timings, onProgress, signal } = renewal;
  const prepared = timings ? timed(renewal.prepared, timings.pages) : renewal.prepared;
  const wanted = Array.from(planned)
    .filter(([path]) => !kept.has(path))
    .map(([, plan]) => plan);
  const pages = wanted.flatMap(({ page }) => page ?? []);
  const parts = partsOf(pages.filter(hasBody));
  const made = new Map<string, Written>();
  const take = (written: ReadonlyMap<string, Written>) => {
    for (const [path, one] of written) made.set(path, one);
    onProgress?.(made.size, wanted.length);
  };

  // Templates of others are made once, with the files that are made of many articles.
  const first = async () => {
    const assets = wanted.flatMap(({ asset }) => asset ?? []);
    const site = { ...prepared.site, assets };
    const some = [...pages.filter((page) => !hasBody(page)), ...(parts.next().value?.pages ?? [])];
    const part = { ...prepared, site, pages: some };
    take(await compile(staging, (config) => configure(config, part), signal));
  };
  const here = async () => {
    await first();
    for (const { name, pages } of parts) {
      const part = { ...prepared, pages, site: { ...prepared.site, articles: [], assets: [] } };
      take(await makePart({ prepared: part, staging, name, configure, signal }));
    }
  };
  const there = async ({ make }: PageMaker) => {
    const { folder, stylesheet } = prepared;
    for (const { name, pages } of parts) {
      const made = await make({ folder, staging, name, pages: pages.map(plain), stylesheet });
      for (const [url, milliseconds] of made.slowest) timings?.pages.add(url, milliseconds);
      take(made.written);
    }
  };
  const helpers = workers && pages.length >= worthHelp ? Array(workers.batches).fill(workers) : [];
  await allOrFirstError([here(), ...helpers.map(there)]);
  return made;
}

/** From how many pages on help is worth its start. */
const worthHelp = 1000;

/** Pages with a body are most of a site, and each is made from its own props and body alone. */
function hasBody({ layout }: Page): boolean {
  return layout === "article" || layout === "standing";
}

/** Once one of those who share it fails, it is at its end for all. */
function* partsOf(pages: readonly Page[]): Generator<{ name: string; pages: Page[] }> {
  for (let at = 0; at < pages.length; at += partSize) {
    yield { name: `${at}`, pages: pages.slice(at, at + partSize) };
  }
}

/** A page as plain data, for another thread. */
function plain({ url, layout, props }: Page): Page {
  return { url, layout, props } as Page;
}

/** Waits until nothing is being written any more, also where something has failed. */
async function allOrFirstError(works: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(works);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

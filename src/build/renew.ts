import { readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { hasBody, type Page } from "../pages/page.ts";
import type { Site } from "../site/site.ts";
import { compile, type Written } from "./compile.ts";
import { makeFolder } from "./make-folder.ts";
import {
  filesIn,
  type Listing,
  type Manifest,
  type Output,
  outputOf,
  readListing,
} from "./manifest.ts";
import type { OutputStates } from "./output-states.ts";
import { fingerprintOfOthers, isOfOthers, type Planned } from "./outputs.ts";
import { makePart } from "./part.ts";
import { foldersOf } from "./plan.ts";
import type { Prepared } from "./prepare.ts";
import { hasOthers, isSameShard, type Shard, shareOf } from "./shard.ts";
import { type Timings, timed } from "./timings.ts";
import type { Workers } from "./workers.ts";

/** A site that is to be made, and what there is of it already. */
export interface Renewal {
  /** Every file of the site. */
  planned: ReadonlyMap<string, Planned>;
  /** Its fingerprint. */
  fingerprint: string;
  /** Which share of it is to be made, if not all. */
  shard: Shard | undefined;
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

/**
 * Makes those files of a site, or of a share of it, that are not in the output folder yet as they
 * should be, through Eleventy, which is not even loaded where there are none. Gives the manifest of
 * all of them, the files that are in the staging folder now, which differ from those in the output
 * folder, and what that was found to hold.
 */
export async function renew(
  renewal: Renewal,
): Promise<{ manifest: Manifest; written: ReadonlySet<string>; listing: Listing }> {
  const { planned, shard, out, states, staging, clean, timings } = renewal;
  const listing = readListing(out);
  const { files: old, shard: oldShard } = listing;
  const ofOthers = fingerprintOfOthers(renewal.fingerprint);
  const share = sharePlanned(planned, shard);
  const isMine = (path: string) => (planned.has(path) ? share.has(path) : hasOthers(shard));
  const manifest = new Map<string, Output>();
  // Whether other templates make anything of this site, only a build that had them run can tell.
  let stale = hasOthers(shard) && !isSameShard(oldShard, shard);
  for (const [path, output] of old) {
    const wanted = share.get(path)?.fingerprint ?? ofOthers;
    // A file that is neither planned nor of another template belongs to the last site only.
    if (!isMine(path) || (!planned.has(path) && !isOfOthers(output))) continue;
    if (!clean && output.fingerprint === wanted && states.isIntact(path, output)) {
      manifest.set(path, output);
    } else stale = true;
  }
  for (const path of share.keys()) if (!manifest.has(path)) stale = true;

  timings?.end("comparing");
  makeFolder(staging);
  if (!stale) return { manifest, written: new Set(), listing };
  const made = await make(renewal, share, new Set(manifest.keys()));
  const written = new Set<string>();
  for (const path of filesIn(staging)) {
    // Templates run for every share: which file is whose shows when it is there.
    if (!isMine(path)) {
      drop(staging, path);
      continue;
    }
    const { fingerprint = ofOthers, source } = share.get(path) ?? {};
    const output = {
      ...(made.get(path) ?? outputOf(readFileSync(join(staging, path)))),
      ...{ fingerprint, ...(source !== undefined && { source }) },
    };
    manifest.set(path, output);
    const before = old.get(path);
    if (before?.hash === output.hash && states.isIntact(path, before)) rmSync(join(staging, path));
    else written.add(path);
  }
  return { manifest, written, listing };
}

/** The planned files of a share, in their order; all of them where there are no shares. */
function sharePlanned(
  planned: ReadonlyMap<string, Planned>,
  shard: Shard | undefined,
): ReadonlyMap<string, Planned> {
  if (!shard) return planned;
  return new Map(
    Array.from(planned).filter(([path]) => shareOf(path, shard.count) === shard.index),
  );
}

/** Removes a file from a folder, and the folders in it that are empty then. */
function drop(folder: string, path: string): void {
  rmSync(join(folder, path));
  try {
    for (const emptied of foldersOf(path).reverse()) rmdirSync(join(folder, emptied));
  } catch {
    // It isn't: then nor are those above it.
  }
}

/** How many pages are made in one go: Eleventy keeps all of them in memory until it is done. */
const partSize = 250;

/** Has Eleventy make all files of a share but these, and gives what templates wrote. */
async function make(
  renewal: Renewal,
  share: ReadonlyMap<string, Planned>,
  kept: ReadonlySet<string>,
): Promise<Map<string, Written>> {
  const { staging, configure, workers, timings, onProgress, signal } = renewal;
  const prepared = timings ? timed(renewal.prepared, timings.pages) : renewal.prepared;
  const wanted = Array.from(share)
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

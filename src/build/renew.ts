import { readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { EleventyConfig } from "@11ty/eleventy";
import { isHtmlPage, type Page } from "../pages/page.ts";
import { entryOf } from "../search/indexes.ts";
import { sectionOf } from "../site/addresses.ts";
import { worthHelp } from "../site/read-all.ts";
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
  unfolded,
} from "./manifest.ts";
import type { OutputStates } from "./output-states.ts";
import {
  fingerprintOfCompanions,
  fingerprintOfOthers,
  isOfOthers,
  type Planned,
} from "./outputs.ts";
import { PartMaker, removeParts } from "./part.ts";
import { encodeAll, forgetOthers } from "./pictures.ts";
import { foldersOf } from "./plan.ts";
import type { PlannedSite } from "./planned-site.ts";
import type { Prepared } from "./prepare.ts";
import { writeSearch } from "./search.ts";
import { hasOthers, isSameShard, type Shard, shareOf } from "./shard.ts";
import { type Timings, timed } from "./timings.ts";
import type { Workers } from "./workers.ts";

/** A site that is to be made, and what there is of it already. */
export interface Renewal {
  /** Every file of the site. */
  planned: PlannedSite;
  /** Its fingerprint. */
  fingerprint: () => string;
  /** Which share of it is to be made, if not all. */
  shard: Shard | undefined;
  /** The output folder, and which of its files are as they were left. */
  out: string;
  states: OutputStates;
  /** Make every file anew? */
  clean: boolean;
  /** Where new and changed files are put. */
  staging: string;
  prepared: Omit<Prepared, "pages"> & { site: Site };
  configure: (config: EleventyConfig, part: Prepared) => unknown;
  /** Other threads that make pages as well. */
  workers: PageMaker | undefined;
  /** Where images that were encoded anew are kept, if they are, and how many are made at a time. */
  pictures: string | undefined;
  encodesAtOnce: number;
  timings: Timings | undefined;
  onProgress: ((done: number, total: number) => void) | undefined;
  signal: AbortSignal | undefined;
}

/** Threads that make pages beside this one. */
export type PageMaker = Pick<Workers, "batches" | "make">;

/** What became of a site. */
export interface Renewed {
  /** Its files, without those that `listing` has folded: they are as they were. */
  manifest: Manifest;
  /** The files that are in the staging folder now. They differ from those in the output folder. */
  written: ReadonlySet<string>;
  /** What the output folder was found to hold. */
  listing: Listing;
}

/**
 * Makes those files of a site, or of a share of it, that are not in the output folder yet as they
 * should be, through Eleventy, which is not even loaded where there are none.
 */
export async function renew(renewal: Renewal): Promise<Renewed> {
  const { planned, shard, out, states, staging, clean, timings } = renewal;
  let listing = readListing(out, {
    seen: states.manifest,
    placesIn: (hash) =>
      clean || shard
        ? new Map()
        : states.unchanged(hash, (name, told) => planned.isUnchanged(name, told)),
  });
  const { files: old, shard: oldShard } = listing;
  const share = sharePlanned(planned, shard, listing.folded);
  const leaderOf = (path: string) => (planned.get(path) ? undefined : searchEntryOf(path, planned));
  const isMine = (path: string) => {
    if (share.has(path)) return true;
    if (planned.get(path)) return false;
    const leader = leaderOf(path);
    return leader === undefined ? hasOthers(shard) : share.has(leader);
  };
  const fingerprintAt = (path: string) => {
    const leader = share.get(leaderOf(path) ?? "");
    return leader ? fingerprintOfCompanions(leader) : fingerprintOfOthers(renewal.fingerprint());
  };
  const manifest = new Map<string, Output>();
  // Whether other templates make anything of this site, only a build that had them run can tell.
  const broken = new Set<string>();
  let stale = hasOthers(shard) && !isSameShard(oldShard, shard);
  for (const [path, output] of old) {
    // Of a large site nearly all are planned: of these no more is asked than must be.
    const plan = share.get(path);
    const leader = plan ? undefined : leaderOf(path);
    if (!plan) {
      // A file that is neither planned nor of another template belongs to the last site only.
      if (!isMine(path) || (!leader && !isOfOthers(output))) continue;
    }
    const fingerprint = plan ? plan.fingerprint : fingerprintAt(path);
    const isAsItWas = output.fingerprint === fingerprint && states.isIntact(path, output);
    if (!clean && isAsItWas) manifest.set(path, output);
    else if (leader) broken.add(leader);
    else stale = true;
  }
  let lacking = lackingIn(manifest, share);
  for (const [path, { search }] of lacking) if (search) broken.add(path);
  if (broken.size > 0) {
    // An index is made as a whole.
    for (const path of [...manifest.keys()]) {
      if (broken.has(leaderOf(path) ?? path)) manifest.delete(path);
    }
    lacking = lackingIn(manifest, share);
  }

  timings?.end("comparing");
  makeFolder(staging);
  if (!stale && lacking.length === 0) return { manifest, written: new Set(), listing };
  const wanted = lacking.map(([, plan]) => plan);
  const made = await make(renewal, wanted);
  const written = new Set<string>();
  for (const path of filesIn(staging)) {
    const section = sectionOf(path);
    if (listing.folded.has(section)) {
      // A template other than ours has written among files that are as they should be.
      listing = unfolded(listing, section);
      for (const [path, plan] of planned.filesIn(section)) {
        share.set(path, plan);
        manifest.set(path, listing.files.get(path) as Output);
      }
    }
    // Templates run for every share: which file is whose shows when it is there.
    if (!isMine(path)) {
      drop(staging, path);
      continue;
    }
    const plan = share.get(path);
    const { fingerprint, source } = plan ?? { fingerprint: fingerprintAt(path) };
    const { hash, size } = made.get(path) ?? outputOf(readFileSync(join(staging, path)));
    const output = { fingerprint, hash, size, ...(source !== undefined && { source }) };
    manifest.set(path, output);
    const before = listing.files.get(path);
    if (before?.hash === output.hash && states.isIntact(path, before)) rmSync(join(staging, path));
    else written.add(path);
  }
  return { manifest, written, listing };
}

/** The planned files that a manifest does not list. */
function lackingIn(manifest: Manifest, share: Iterable<[string, Planned]>): [string, Planned][] {
  const lacking: [string, Planned][] = [];
  for (const one of share) if (!manifest.has(one[0])) lacking.push(one);
  return lacking;
}

/** The entry of the search index that a file belongs to, if that is planned. */
function searchEntryOf(path: string, planned: PlannedSite): string | undefined {
  const entry = entryOf(path);
  return entry !== undefined && planned.get(entry)?.search ? entry : undefined;
}

/** The planned files of a share, or all where there are no shares, but those of some sections. */
function sharePlanned(
  planned: PlannedSite,
  shard: Shard | undefined,
  without: Listing["folded"],
): Map<string, Planned> {
  const share = new Map<string, Planned>();
  for (const section of planned.sections) {
    if (without.has(section)) continue;
    for (const [path, plan] of planned.filesIn(section)) {
      if (!shard || shareOf(path, shard.count) === shard.index) share.set(path, plan);
    }
  }
  return share;
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

/**
 * How many pages are made in one go: Eleventy keeps all of them in memory until it is done, and what
 * lives that long is moved about by the garbage collector.
 */
const partSize = 100;

/** Has Eleventy make these files, and gives what templates wrote. */
async function make(renewal: Renewal, wanted: readonly Planned[]): Promise<Map<string, Written>> {
  const { staging, configure, workers, timings, onProgress } = renewal;
  const failing = new AbortController();
  const signal = AbortSignal.any([failing.signal, ...(renewal.signal ? [renewal.signal] : [])]);
  const prepared = timings ? timed(renewal.prepared, timings.pages) : renewal.prepared;
  const pages = wanted.flatMap(({ page }) => page ?? []);
  const parts = partsOf(pages.filter(isHtmlPage));
  const made = new Map<string, Written>();
  let done = 0;
  const take = (written: ReadonlyMap<string, Written>, count = written.size) => {
    for (const [path, one] of written) made.set(path, one);
    done += count;
    onProgress?.(done, wanted.length);
  };

  // Another process does most of this.
  const search = async () => {
    const indexes = wanted.flatMap(({ search }) => search ?? []);
    const { bodies } = prepared.site;
    take(await writeSearch(indexes, bodies, staging, signal), indexes.length);
  };

  // Templates of others are made once, with the files for machines, which may hold many bodies.
  const first = async () => {
    const assets = wanted.flatMap(({ asset }) => asset ?? []);
    const site = { ...prepared.site, assets };
    const some = [...pages.filter((page) => !isHtmlPage(page)), ...(parts.next().value ?? [])];
    const part = { ...prepared, site, pages: some };
    take(await compile(staging, (config) => configure(config, part), signal));
  };
  const here = async () => {
    await first();
    const site = { ...prepared.site, articles: [], assets: [] };
    const maker = new PartMaker({ staging, name: "here", configure });
    for (const pages of parts) {
      take(await maker.make({ ...prepared, pages, site }, signal));
      // A part can be made within one turn of the event loop: now others are handed their next one.
      await setImmediate();
    }
  };
  const there = async ({ make }: PageMaker) => {
    const { folder, stylesheet } = prepared;
    for (const pages of parts) {
      signal.throwIfAborted();
      const made = await make({ folder, staging, pages: pages.map(plain), stylesheet });
      for (const [url, milliseconds] of made.slowest) timings?.pages.add(url, milliseconds);
      take(made.written);
    }
  };
  const encoding = async () => {
    const variants = wanted.flatMap(({ variant }) => variant ?? []);
    const { pictures: kept, encodesAtOnce: atOnce } = renewal;
    await encodeAll({
      folder: prepared.folder,
      out: staging,
      variants,
      kept,
      atOnce,
      signal,
      take,
    });
    if (kept !== undefined && variants.length > 0) forgetOthers(kept, prepared.variants.values());
  };
  const helpers = workers && pages.length >= worthHelp ? Array(workers.batches).fill(workers) : [];
  await allOrFirstError([encoding(), search(), here(), ...helpers.map(there)], failing);
  removeParts(staging);
  return made;
}

/** Once one of those who share it fails, it is at its end for all. */
function* partsOf(pages: readonly Page[]): Generator<Page[]> {
  for (let at = 0; at < pages.length; at += partSize) {
    yield pages.slice(at, at + partSize);
  }
}

/** A page as plain data, for another thread. */
function plain({ url, layout, props }: Page): Page {
  return { url, layout, props } as Page;
}

/**
 * Waits until nothing is being written any more. Once one has failed, `failing` tells the others to
 * end, and its reason is thrown.
 */
async function allOrFirstError(
  works: readonly Promise<void>[],
  failing: AbortController,
): Promise<void> {
  const end = (reason: unknown) => failing.abort(reason);
  await Promise.all(works.map((work) => work.catch(end)));
  failing.signal.throwIfAborted();
}

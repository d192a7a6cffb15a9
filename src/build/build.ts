import { rmSync } from "node:fs";
import type { EleventyConfig } from "@11ty/eleventy";
import { Cache } from "../cache/cache.ts";
import { CacheDamagedError } from "../cache/packs.ts";
import type { Language } from "../messages/index.ts";
import type { Problem } from "../problems/problem.ts";
import { codeKey } from "../program/code-key.ts";
import type { Withheld } from "../site/site.ts";
import { cacheFolder } from "./caches.ts";
import { LastBuild } from "./last-build.ts";
import { lock } from "./lock.ts";
import { type Looking, startLook } from "./look.ts";
import { statesFile } from "./output-states.ts";
import type { Prepared } from "./prepare.ts";
import type { Published } from "./publish.ts";
import { realPathOf } from "./real-path.ts";
import type { Share } from "./shard.ts";
import { isLeftBehind } from "./staging.ts";
import { asStorageError } from "./storage-error.ts";
import type { Timings } from "./timings.ts";

/** What to build, and whom to tell how far it is. */
export interface BuildOptions {
  /** The content folder. */
  folder: string;
  /** The output folder. */
  out: string;
  /** The moment that decides what is published, in milliseconds since 1970. */
  now: number;
  /** The list of plugins: the default export of .eleventy.ts. */
  configure: (config: EleventyConfig, prepared: Prepared) => unknown;
  /** The folder in which builds keep what they know of content folders; without it all is done anew. */
  caches?: string;
  /** Which share of the site's files to make, if not all: `merge` joins them. */
  share?: Share | undefined;
  /** Do all anew, whatever is known or there already? */
  clean?: boolean;
  /**
   * How many threads share the work, by default one. More than this one need a cache, and build with
   * .eleventy.ts only.
   */
  jobs?: number;
  /** Told where the cache was not as it was left: it is thrown away, and all is done anew. */
  onCacheDamaged?: () => void;
  /** Told where the time goes. */
  timings?: Timings | undefined;
  onProgress?: (stage: "reading" | "rendering", done: number, total: number) => void;
  /** Ends the build, with its reason. */
  signal?: AbortSignal | undefined;
}

/** What a build found and made. */
export interface BuildResult {
  language: Language;
  problems: readonly Problem[];
  /** Absent where one of the problems is an error. */
  built?: Built & Told;
}

/** What is in an output folder after a build: of a site, or of the share that was built. */
export interface Built extends Published {
  /** How many pages there are for people to read. */
  readonly pages: number;
  /** How many images and attachments. */
  readonly assets: number;
  /** The size of all files. */
  readonly bytes: number;
}

/** What is told of a site besides. */
export interface Told {
  /** How many articles each column has, in the order of site.yaml. */
  columns: { title: string; count: number }[];
  withheld: readonly Withheld[];
}

/**
 * Builds a site through Eleventy into a folder of its own and publishes it to `out` once it is
 * whole. What is in `out` already, made from the same by the same code, is not made again. Where
 * there are errors, or anything fails, `out` stays as it was. Where the process is killed, the next
 * build tidies up.
 *
 * Throws a `LockedError` where another build is at work on `out`, a `ForeignFileError` where others'
 * files are in the way, a `StorageError` where the machine does not let it read or write.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  // A link stays a link: the site is in the folder behind it.
  const out = realPathOf(options.out);
  const unlock = await lock(out);
  try {
    return await buildFrom(options, out);
  } catch (error) {
    throw asStorageError(error, options.out);
  } finally {
    unlock();
  }
}

/** Builds with what is known of the content folder, if that can be relied on. */
async function buildFrom(options: BuildOptions, out: string): Promise<BuildResult> {
  const { caches, folder, now, share, clean = false, timings, onCacheDamaged } = options;
  const cache = caches === undefined ? undefined : await cacheFolder(caches, folder);
  let looking: Looking | undefined;
  try {
    if (cache && clean) rmSync(cache.path, { recursive: true, force: true });
    if (isLeftBehind(out)) (await import("./publish.ts")).recover(out);
    const key = codeKey();
    const states = cache && statesFile(cache.path, out);
    // It goes on while the content folder is looked at, and read.
    looking = states === undefined || clean ? undefined : startLook({ out, states });
    const last = cache && new LastBuild({ cache: cache.path, folder, out, key, share });
    const same = looking && (await last?.resultAt(now, looking.look));
    timings?.end("looking");
    if (same) return same;
    // All that reads content and makes pages is loaded only where there is something to do.
    const { buildSite } = await import("./build-site.ts");
    const make = () =>
      buildSite({
        ...{ ...options, out, key, cache: cache?.path, states: last?.states },
        look: looking?.look,
      });
    const { result, lasting } = await make().catch((error: unknown) => {
      if (!cache || !(error instanceof CacheDamagedError)) throw error;
      onCacheDamaged?.();
      Cache.discard(cache.path);
      return make();
    });
    if (lasting) last?.remember(result, lasting);
    timings?.end("remembering");
    return result;
  } finally {
    looking?.end();
    cache?.unlock();
  }
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { renderPage } from "../../layouts/render.tsx";
import { Cache } from "../cache/cache.ts";
import { CacheDamagedError } from "../cache/packs.ts";
import { hashOf } from "../content/hash.ts";
import { siteFile } from "../content/walk.ts";
import type { Language } from "../messages/index.ts";
import { isHtmlPage } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import type { Site } from "../site/site.ts";
import { cacheFolder } from "./caches.ts";
import { codeKey } from "./code-key.ts";
import { lock } from "./lock.ts";
import { OutputStates } from "./output-states.ts";
import { planOutputs } from "./outputs.ts";
import { type Preparation, type Prepared, prepare } from "./prepare.ts";
import { type Published, publish, recover } from "./publish.ts";
import { realPathOf } from "./real-path.ts";
import { renew } from "./renew.ts";
import { inPlaceOf, removeStaging, stagingOf } from "./staging.ts";
import { asStorageError } from "./storage-error.ts";
import { Workers } from "./workers.ts";

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
  /** Do all anew, whatever is known or there already? */
  clean?: boolean;
  /**
   * How many threads share the work, by default one. More than this one need a cache, and build with
   * .eleventy.ts only.
   */
  jobs?: number;
  /** Told where the cache was not as it was left: it is thrown away, and all is done anew. */
  onCacheDamaged?: () => void;
  onProgress?: (stage: "reading" | "rendering", done: number, total: number) => void;
  /** Ends the build, with its reason. */
  signal?: AbortSignal | undefined;
}

/** What a build found and made. */
export interface BuildResult {
  language: Language;
  problems: readonly Problem[];
  /** Absent where one of the problems is an error; `pages` counts those for people to read. */
  built?: { site: Site; pages: number; bytes: number } & Published;
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
  const { caches, folder, clean = false, onCacheDamaged } = options;
  const cache = caches === undefined ? undefined : await cacheFolder(caches, folder);
  try {
    if (cache && clean) Cache.discard(cache.path);
    return await buildInto(out, options, cache?.path);
  } catch (error) {
    if (!cache || !(error instanceof CacheDamagedError)) throw error;
    onCacheDamaged?.();
    Cache.discard(cache.path);
    return await buildInto(out, options, cache.path);
  } finally {
    cache?.unlock();
  }
}

async function buildInto(
  out: string,
  options: BuildOptions,
  cachePath: string | undefined,
): Promise<BuildResult> {
  const { folder, configure, clean = false, jobs = 1, onProgress, signal } = options;
  recover(out);
  const key = codeKey();
  const cache = cachePath === undefined ? undefined : openCache(cachePath, folder, key);
  const workers =
    cache && cachePath && jobs > 1 ? new Workers(jobs - 1, cachePath, cache.bodies) : undefined;
  try {
    const { language, problems, prepared, rows } = await read(options, cache, workers);
    // What waits to be written must be where other threads find it.
    cache?.bodies.flush();
    if (!prepared) {
      cache?.save(rows);
      return { language, problems };
    }
    const planned = planOutputs(prepared, rows, key);
    const states = new OutputStates(out, cachePath && join(cachePath, `${hashOf(out)}.json`));
    const staging = stagingOf(out);
    try {
      const renewal = await renew({
        planned,
        states,
        clean,
        out,
        staging,
        prepared,
        workers,
        configure,
        onProgress: onProgress && ((done, total) => onProgress("rendering", done, total)),
        signal,
      });
      const { manifest, written } = renewal;
      const published = publish({ staging, out, manifest });
      states.save(manifest, written);
      cache?.save(rows);
      const pages = prepared.pages.filter(isHtmlPage).length;
      let bytes = 0;
      for (const { size } of manifest.values()) bytes += size;
      return { language, problems, built: { site: prepared.site, pages, bytes, ...published } };
    } catch (error) {
      throw inPlaceOf(out, staging, asStorageError(error, out));
    } finally {
      removeStaging(staging);
    }
  } finally {
    await workers?.close();
    cache?.close();
  }
}

/** What is made of an article depends on the code and on site.yaml. */
function openCache(path: string, folder: string, key: string): Cache {
  const site = join(folder, siteFile);
  return Cache.open(path, hashOf(`${key} ${existsSync(site) ? hashOf(readFileSync(site)) : ""}`));
}

async function read(
  { folder, now, onProgress }: BuildOptions,
  cache: Cache | undefined,
  helpers: Workers | undefined,
): Promise<Preparation> {
  try {
    const tell = (done: number, total: number) => onProgress?.("reading", done, total);
    return await prepare({ folder, now, cache, helpers, onProgress: tell }, renderPage);
  } catch (error) {
    throw asStorageError(error, folder);
  }
}

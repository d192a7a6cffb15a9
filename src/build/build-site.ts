import { renderPage } from "../../layouts/render.tsx";
import type { Fault } from "../assets/examine.ts";
import type { Cache } from "../cache/cache.ts";
import type { FileStates } from "../cache/file-states.ts";
import { addressOf } from "../content/address.ts";
import { once } from "../content/once.ts";
import { fingerprintsFrom } from "../pages/fingerprint.ts";
import { isHtmlPage } from "../pages/page.ts";
import { compareProblems, type Problem, withLevel } from "../problems/problem.ts";
import { reportFaults } from "../site/assets.ts";
import { nameOf } from "../site/kept.ts";
import { worthHelp } from "../site/read-all.ts";
import type { Site } from "../site/site.ts";
import type { BuildOptions, BuildResult } from "./build.ts";
import { openCache } from "./caches.ts";
import type { Lasting } from "./last-build.ts";
import { bytesOf, type Listing, writeManifest } from "./manifest.ts";
import { type Look, OutputStates, statesFile } from "./output-states.ts";
import { siteFingerprint } from "./outputs.ts";
import { picturesFolder, UndecodableImagesError } from "./pictures.ts";
import { PlannedSite } from "./planned-site.ts";
import { type Preparation, prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { renew } from "./renew.ts";
import { inPlaceOf, removeStaging, stagingOf } from "./staging.ts";
import { asStorageError } from "./storage-error.ts";
import { Workers } from "./workers.ts";

/** A build of which the output folder is locked, and whatever was left half done there is mended. */
export interface SiteBuild extends BuildOptions {
  /** Stands for the code. */
  key: string;
  /** The folder of the cache, if there is one. */
  cache: string | undefined;
  /** What was seen of the content folder just now. */
  states: FileStates | undefined;
  /** What is found in the output folder. */
  look: Promise<Look | undefined> | undefined;
}

interface SiteBuilt {
  result: BuildResult;
  /** By what it can be told later that there is nothing to do, if there is a site. */
  lasting?: Lasting;
}

/** Builds as `build` says. Throws a `CacheDamagedError` where the cache is not as it was left. */
export async function buildSite(options: SiteBuild): Promise<SiteBuilt> {
  const { folder, out, key, configure, share, clean = false, jobs = 1 } = options;
  const { timings, onProgress, signal } = options;
  const cache = options.cache === undefined ? undefined : openCache(options.cache, folder, key);
  const workers =
    cache && options.cache && jobs > 1
      ? new Workers(jobs - 1, options.cache, cache.bodies)
      : undefined;
  // Where all is to be made anew, it is known before anything is read that there is enough to do.
  const isAnew = cache?.isEmpty && (options.states?.count ?? 0) >= worthHelp;
  timings?.end("loading");
  try {
    if (isAnew) await workers?.start();
    const { language, problems, prepared, rows, kept } = await read(options, cache, workers);
    // What waits to be written must be where other threads find it.
    cache?.bodies.flush();
    timings?.end("reading");
    if (!prepared) {
      cache?.save(rows, kept);
      return { result: { language, problems } };
    }
    const staging = stagingOf(out);
    if (isAnew) workers?.prepare({ folder, staging, stylesheet: prepared.stylesheet });
    const planned = new PlannedSite(prepared, key, fingerprintsFrom(key, nameOf));
    // Sorting and hashing all of it takes a while, and few sites need it.
    const fingerprint = once(() => siteFingerprint(planned));
    const shard = share && { ...share, site: fingerprint() };
    timings?.end("planning");
    const left = options.cache && statesFile(options.cache, out);
    const states = new OutputStates(out, left, await options.look);
    try {
      const renewal = await renew({
        planned,
        fingerprint,
        shard,
        states,
        clean,
        out,
        staging,
        prepared,
        workers,
        pictures: options.cache === undefined ? undefined : picturesFolder(options.cache),
        encodesAtOnce: jobs,
        configure,
        timings,
        onProgress: onProgress && ((done, total) => onProgress("rendering", done, total)),
        signal,
      });
      const { manifest, written, listing } = renewal;
      timings?.end("making");
      const { folded } = listing;
      const listed = writeManifest(staging, { files: manifest, folded, shard });
      const published = publish({ staging, out, manifest, listing });
      timings?.end("publishing");
      states.save({
        ...{ manifest, written, folded: folded.keys(), listed },
        // A shard has a whole section only by chance.
        tell: (section, count) => (shard ? undefined : planned.told(section, count)),
      });
      cache?.save(rows, kept);
      const numbers = numbersOf(prepared.site, { files: manifest, folded, shard });
      const pages = countPages(planned, { files: manifest, folded }, states);
      const built = { ...numbers, pages, ...published };
      const lasting = { manifest: listed.hash, steady: prepared.site.steady };
      return { result: { language, problems, built }, lasting };
    } catch (error) {
      if (!(error instanceof UndecodableImagesError)) {
        throw inPlaceOf(out, staging, asStorageError(error, out));
      }
      cache?.save(rows, kept);
      const broken = brokenImages(prepared.site, error.paths);
      return { result: { language, problems: [...problems, ...broken].sort(compareProblems) } };
    } finally {
      removeStaging(staging);
    }
  } finally {
    await workers?.close();
    cache?.close();
  }
}

function numbersOf(
  { settings, articles, assets, withheld }: Site,
  listing: Pick<Listing, "files" | "folded" | "shard">,
) {
  const { files, shard } = listing;
  const isHere = (address: string) => shard === undefined || files.has(address.slice(1));
  const counts = new Map<string, number>();
  for (const { column } of articles) counts.set(column, (counts.get(column) ?? 0) + 1);
  return {
    assets: assets.filter((asset) => isHere(addressOf(asset))).length,
    bytes: bytesOf(listing),
    columns: settings.columns.map(({ id, title }) => ({ title, count: counts.get(id) ?? 0 })),
    withheld,
  };
}

/** How many pages there are for people to read. */
function countPages(
  planned: PlannedSite,
  { files, folded }: Pick<Listing, "files" | "folded">,
  states: OutputStates,
): number {
  let count = 0;
  for (const section of planned.sections) {
    if (folded.has(section)) count += states.toldOf(section)?.html ?? 0;
    else {
      for (const [path, { page }] of planned.filesIn(section)) {
        if (page && isHtmlPage(page) && files.has(path)) count++;
      }
    }
  }
  return count;
}

/** What is wrong with images that only decoding has shown to be broken. */
function brokenImages({ settings, articles, standingPages }: Site, paths: readonly string[]) {
  const problems: Problem[] = [];
  const faults = new Map(
    paths.map((file) => [file, [{ code: "image-broken", params: { file } }] satisfies Fault[]]),
  );
  reportFaults([...articles, ...standingPages], faults, (one) =>
    problems.push(withLevel(one, settings.levels)),
  );
  return problems;
}

async function read(
  { folder, now, states, timings, onProgress }: SiteBuild,
  cache: Cache | undefined,
  helpers: Workers | undefined,
): Promise<Preparation> {
  try {
    const tell = (done: number, total: number) => onProgress?.("reading", done, total);
    return await prepare(
      { folder, now, states, cache, helpers, onProgress: tell, onRead: timings?.articles.add },
      renderPage,
    );
  } catch (error) {
    throw asStorageError(error, folder);
  }
}

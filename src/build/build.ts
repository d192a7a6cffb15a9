import type { EleventyConfig } from "@11ty/eleventy";
import { renderPage } from "../../layouts/render.tsx";
import type { Language } from "../messages/index.ts";
import { isHtmlPage } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import type { Site } from "../site/site.ts";
import { keepChanges, manifestOf } from "./changes.ts";
import { compile } from "./compile.ts";
import { lock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { type Preparation, type Prepared, prepare } from "./prepare.ts";
import { publish, recover } from "./publish.ts";
import { realPathOf } from "./real-path.ts";
import { inPlaceOf, removeStaging, stagingOf } from "./staging.ts";
import { asStorageError } from "./storage-error.ts";

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
  onProgress?: (stage: "reading" | "rendering", done: number, total: number) => void;
  /** Ends the build, with its reason. */
  signal?: AbortSignal | undefined;
}

/** What a build found and made. */
export interface BuildResult {
  language: Language;
  problems: readonly Problem[];
  /** Absent where one of the problems is an error; `pages` counts those for people to read. */
  built?: { site: Site; pages: number; bytes: number };
}

/**
 * Builds a site through Eleventy into a folder of its own and publishes it to `out` once it is
 * whole. Where there are errors, or anything fails, `out` stays as it was.
 * Where the process is killed, the next build tidies up.
 *
 * Throws a `LockedError` where another build is at work on `out`, a `ForeignFileError` where others'
 * files are in the way, a `StorageError` where the machine does not let it read or write.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  // A link stays a link: the site is in the folder behind it.
  const out = realPathOf(options.out);
  const unlock = await lock(out);
  try {
    return await buildInto(out, options);
  } catch (error) {
    throw asStorageError(error, options.out);
  } finally {
    unlock();
  }
}

async function buildInto(out: string, options: BuildOptions): Promise<BuildResult> {
  const { onProgress, signal } = options;
  recover(out);
  let rendered = 0;
  const { language, problems, prepared } = await read(options, (page, bodies) => {
    onProgress?.("rendering", ++rendered, total);
    return renderPage(page, bodies);
  });
  if (!prepared) return { language, problems };
  const total = prepared.pages.length;

  const staging = stagingOf(out);
  try {
    makeFolder(staging);
    await compile(staging, (config) => options.configure(config, prepared), signal);
    const manifest = manifestOf(staging);
    keepChanges({ staging, out, manifest });
    publish({ staging, out, manifest });
    const pages = prepared.pages.filter(isHtmlPage).length;
    let bytes = 0;
    for (const { size } of manifest.values()) bytes += size;
    return { language, problems, built: { site: prepared.site, pages, bytes } };
  } catch (error) {
    throw inPlaceOf(out, staging, asStorageError(error, out));
  } finally {
    removeStaging(staging);
  }
}

async function read(
  { folder, now, onProgress }: BuildOptions,
  render: Prepared["render"],
): Promise<Preparation> {
  try {
    const tell = (done: number, total: number) => onProgress?.("reading", done, total);
    return await prepare({ folder, now, onProgress: tell }, render);
  } catch (error) {
    throw asStorageError(error, folder);
  }
}

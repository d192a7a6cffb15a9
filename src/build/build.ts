import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { renderPage } from "../../layouts/render.tsx";
import type { Language } from "../messages/index.ts";
import { isHtmlPage } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import type { Site } from "../site/site.ts";
import { compile } from "./compile.ts";
import { lock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { filesIn } from "./manifest.ts";
import { type Preparation, type Prepared, prepare } from "./prepare.ts";
import { publish, recover, removeStaging, stagingOf } from "./publish.ts";
import { realPathOf } from "./real-path.ts";
import { asStorageError, StorageError } from "./storage-error.ts";

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
 * Builds a site through Eleventy into a folder beside `out` and puts it in the place of `out` once
 * it is whole. Where there are errors, or anything fails, `out` stays as it was.
 * Where the process is killed, the next build tidies up.
 *
 * Throws a `LockedError` where another build is at work on `out`, a `ForeignFileError` where others'
 * files are in the way, a `StorageError` where the machine does not let it read or write.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  // A link stays a link: it is the folder behind it that is replaced.
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
    const bytes = sizeOf(staging);
    publish(staging, out);
    const pages = prepared.pages.filter(isHtmlPage).length;
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

/** Names a file as it would be called in the output folder: nobody knows of the staging folder. */
function inPlaceOf(out: string, staging: string, error: unknown): unknown {
  if (!(error instanceof StorageError)) return error;
  const path = resolve(error.path);
  if (!path.startsWith(staging)) return error;
  return new StorageError(error.failure, `${out}${path.slice(staging.length)}`, { cause: error });
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const file of filesIn(folder)) bytes += statSync(join(folder, file)).size;
  return bytes;
}

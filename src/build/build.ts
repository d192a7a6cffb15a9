import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { renderPage } from "../../layouts/render.tsx";
import type { Language } from "../messages/index.ts";
import { isHtmlPage } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import type { Site } from "../site/site.ts";
import { fromHere, inputFolder } from "./input.ts";
import { filesIn } from "./manifest.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { publish, recover, stagingOf } from "./publish.ts";

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
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { folder, now, onProgress } = options;
  // A link stays a link: it is the folder behind it that is replaced.
  const out = existsSync(options.out) ? realpathSync(options.out) : resolve(options.out);
  recover(out);
  let rendered = 0;
  const { language, problems, prepared } = await prepare(
    { folder, now, onProgress: (done, total) => onProgress?.("reading", done, total) },
    (page) => {
      onProgress?.("rendering", ++rendered, total);
      return renderPage(page);
    },
  );
  if (!prepared) return { language, problems };
  const total = prepared.pages.length;

  mkdirSync(dirname(out), { recursive: true });
  const staging = stagingOf(out);
  try {
    await compile(staging, (config) => options.configure(config, prepared));
    const bytes = sizeOf(staging);
    publish(staging, out);
    const pages = prepared.pages.filter(isHtmlPage).length;
    return { language, problems, built: { site: prepared.site, pages, bytes } };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function compile(out: string, configure: (config: EleventyConfig) => unknown): Promise<void> {
  const { default: Eleventy } = await import("@11ty/eleventy");
  const options = { quietMode: true, config: configure };
  const eleventy = new Eleventy(fromHere(inputFolder), fromHere(out), options);
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    throw causeOf(error);
  }
}

/** What really went wrong: Eleventy wraps it in messages that name every page of the site. */
function causeOf(error: unknown): unknown {
  const { originalError } = error as { originalError?: unknown };
  return originalError ? causeOf(originalError) : error;
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const file of filesIn(folder)) bytes += statSync(join(folder, file)).size;
  return bytes;
}

import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { compile, type Written } from "./compile.ts";
import type { Prepared } from "./prepare.ts";

/** Some pages of a site, to be made apart from the others. */
export interface Part {
  prepared: Prepared;
  /** Where the site is put together. */
  staging: string;
  /** A name for the folder that the part is made in, which no other part has. */
  name: string;
  configure: (config: EleventyConfig, part: Prepared) => unknown;
  signal?: AbortSignal | undefined;
}

/**
 * Makes some pages of a site through Eleventy and puts them, and nothing else, into the staging
 * folder: templates of others are made together with the site's other files.
 */
export async function makePart(part: Part): Promise<Map<string, Written>> {
  const { prepared, staging, name, configure, signal } = part;
  const folder = join(staging, `.jinsui-part-${name}`);
  const written = await compile(folder, (config) => configure(config, prepared), signal);
  const made = new Map<string, Written>();
  const folders = new Set<string>();
  for (const { url } of prepared.pages) {
    const path = url.slice(1);
    const output = written.get(path);
    if (!output) throw new Error(`${url} was not written`);
    const to = join(staging, path);
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    renameSync(join(folder, path), to);
    made.set(path, output);
  }
  rmSync(folder, { recursive: true, force: true });
  return made;
}

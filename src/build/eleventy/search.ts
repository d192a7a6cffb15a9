import type { EleventyConfig } from "@11ty/eleventy";
import type { Prepared } from "../prepare.ts";
import { writeSearch } from "../search.ts";

export interface SearchOptions {
  readonly prepared: Prepared;
  /** Is filled with what was written: paths in the output folder. */
  readonly written: Set<string>;
}

/** What visitors find by searching. `npm run build` makes it beside the pages, and only what has changed. */
export function search(config: EleventyConfig, { prepared, written }: SearchOptions): void {
  // Before the pages, since what listens for their end is called all at once, and one lists the files.
  config.on("eleventy.before", async ({ directories: { output } }) => {
    written.clear();
    const files = await writeSearch(prepared.searches ?? [], prepared.site.bodies, output);
    for (const path of files.keys()) written.add(path);
  });
}

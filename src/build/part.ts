import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { Compiler, type Written } from "./compile.ts";
import { pagesTemplate } from "./eleventy/pages.ts";
import type { Prepared } from "./prepare.ts";

/** Where parts of a site are made, and how. */
export interface Parts {
  /** Where the site is put together. */
  staging: string;
  /** A name for the folder that these parts are made in, which no others have. */
  name: string;
  configure: (config: EleventyConfig, part: Prepared) => unknown;
}

/** Where in the staging folder parts are made; each maker has a folder of its own in it. */
const partsFolder = ".jinsui-parts";

/** Removes all that parts were made in. */
export function removeParts(staging: string): void {
  rmSync(join(staging, partsFolder), { recursive: true, force: true });
}

/**
 * Makes some pages of a site after others, through one Eleventy: its start takes as long as many
 * pages, and it keeps all that it makes in one go in memory. Where one part has failed, none can be
 * made any more.
 */
export class PartMaker {
  readonly #staging: string;
  readonly #folder: string;
  readonly #configure: Parts["configure"];
  /** Folders that are there, in both places. */
  readonly #folders = new Set<string>();
  /** What plugins are handed, of which the parts change. */
  #prepared: Prepared | undefined;
  #compiler: Compiler | undefined;

  constructor({ staging, name, configure }: Parts) {
    this.#staging = staging;
    this.#folder = join(staging, partsFolder, name);
    this.#configure = configure;
  }

  /**
   * Makes the pages of a part and puts them, and nothing else, into the staging folder: other
   * templates are rendered together with the site's other files, once. Gives what is known of the
   * pages by their paths.
   */
  async make(part: Prepared, signal?: AbortSignal): Promise<Map<string, Written>> {
    const prepared = Object.assign(this.#prepared ?? {}, part);
    this.#prepared = prepared;
    this.#compiler ??= new Compiler(this.#folder, (config) => {
      config.addPreprocessor("pages", "*", ({ page }) =>
        page.inputPath.endsWith(`/${pagesTemplate}`) ? undefined : false,
      );
      return this.#configure(config, prepared);
    });
    const paths = part.pages.map(({ url }) => url.slice(1));
    // Eleventy looks for the folder of each file that it writes, unless it has found it once.
    for (const path of paths) this.#makeFolder(dirname(path));
    const written = await this.#compiler.compile(signal);
    const made = new Map<string, Written>();
    for (const path of paths) {
      const output = written.get(path);
      if (!output) throw new Error(`${path} was not written`);
      renameSync(join(this.#folder, path), join(this.#staging, path));
      made.set(path, output);
    }
    return made;
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    for (const place of [this.#folder, this.#staging]) {
      mkdirSync(join(place, folder), { recursive: true });
    }
    this.#folders.add(folder);
  }
}

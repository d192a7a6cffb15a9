import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { outputOf, readManifest, writeManifest } from "../manifest.ts";
import { type Prepared, plannedFiles } from "../prepare.ts";

export interface ManifestOptions {
  readonly prepared: Prepared;
  /** What search indexes were written: paths in the output folder. */
  readonly searches: ReadonlySet<string>;
}

/**
 * Leaves a list of what Eleventy's own command line wrote, by which a build knows its own files. It
 * writes over the last site: what that held stays ours to remove.
 */
export function manifest(config: EleventyConfig, { prepared, searches }: ManifestOptions): void {
  config.on("eleventy.after", ({ directories: { output }, results }) => {
    const written = results.flatMap(({ outputPath }) =>
      outputPath ? [relative(output, outputPath).replaceAll("\\", "/")] : [],
    );
    const files = new Map(readManifest(output));
    for (const file of [...plannedFiles(prepared), ...searches, ...written]) {
      files.set(file, outputOf(readFileSync(join(output, file))));
    }
    writeManifest(output, { files });
  });
}

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { filesIn, outputOf, readManifest, writeManifest } from "../manifest.ts";
import { type Prepared, plannedFiles } from "../prepare.ts";

/**
 * Leaves a list of what Eleventy's own command line wrote, by which a build knows its own files. It
 * writes over the last site: what that held stays ours to remove.
 */
export function manifest(config: EleventyConfig, prepared: Prepared): void {
  config.on("eleventy.after", ({ directories: { output }, results }) => {
    const written = results.flatMap(({ outputPath }) =>
      outputPath ? [relative(output, outputPath).replaceAll("\\", "/")] : [],
    );
    const files = new Map(readManifest(output));
    const found = prepared.searches?.length ? filesIn(join(output, "search")) : [];
    const searched = found.map((file) => `search/${file}`);
    for (const file of [...plannedFiles(prepared), ...searched, ...written]) {
      files.set(file, outputOf(readFileSync(join(output, file))));
    }
    writeManifest(output, files);
  });
}

import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { manifestPath, readManifest } from "../manifest.ts";
import { type Prepared, plannedFiles } from "../prepare.ts";

/** Leaves a list of what the build wrote, by which a later build knows its own files. */
export function manifest(config: EleventyConfig, prepared: Prepared): void {
  config.on("eleventy.after", ({ directories: { output }, results }) => {
    mkdirSync(output, { recursive: true });
    const written = results.flatMap(({ outputPath }) =>
      outputPath ? [relative(output, outputPath).replaceAll("\\", "/")] : [],
    );
    // Eleventy's own command line writes over the last site: what that held stays ours to remove.
    const all = new Set([...plannedFiles(prepared), ...written, ...readManifest(output)]);
    const files = [...all].sort();
    writeFileSync(manifestPath(output), `${JSON.stringify({ files }, null, 1)}\n`);
  });
}

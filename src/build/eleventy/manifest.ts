import { mkdirSync, writeFileSync } from "node:fs";
import type { EleventyConfig } from "@11ty/eleventy";
import { manifestPath } from "../manifest.ts";
import { type Prepared, plannedFiles } from "../prepare.ts";

/** Leaves a list of what the build wrote, by which a later build knows its own files. */
export function manifest(config: EleventyConfig, prepared: Prepared): void {
  config.on("eleventy.after", ({ directories: { output } }) => {
    mkdirSync(output, { recursive: true });
    const files = plannedFiles(prepared);
    writeFileSync(manifestPath(output), `${JSON.stringify({ files }, null, 1)}\n`);
  });
}

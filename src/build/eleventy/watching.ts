import { join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { inputFolder } from "../input.ts";
import type { Prepared } from "../prepare.ts";

/** The site is built anew when something in the content folder or in layouts/ is saved. */
export function watching(config: EleventyConfig, { folder }: Prepared): void {
  config.setWatchJavaScriptDependencies(false);
  // Links are problems, and what they lead to is never looked at.
  config.setChokidarConfig({
    followSymlinks: false,
    // In milliseconds: a file that is still being written is read again once that is done.
    awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 10 },
  });
  for (const target of [folder, inputFolder]) {
    config.addWatchTarget(join(relative(process.cwd(), target), "**").replaceAll("\\", "/"));
  }
}

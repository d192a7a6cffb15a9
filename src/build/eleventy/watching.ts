import { join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { inputFolder } from "../build.ts";
import type { Prepared } from "../prepare.ts";

/** Content and layouts are read anew when a file of theirs is saved. */
export function watching(config: EleventyConfig, { folder }: Prepared): void {
  config.setWatchJavaScriptDependencies(false);
  for (const target of [folder, inputFolder]) {
    const glob = join(relative(process.cwd(), target), "**").replaceAll("\\", "/");
    config.addWatchTarget(glob, { resetConfig: true });
  }
}

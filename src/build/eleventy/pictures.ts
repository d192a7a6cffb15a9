import type { EleventyConfig } from "@11ty/eleventy";
import { encodeAll } from "../pictures.ts";
import type { Prepared } from "../prepare.ts";

/**
 * Encodes images anew for Eleventy's own command line, before the pages: what listens for their end
 * is not kept waiting. A build does so beside making pages, and keeps them from build to build.
 */
export function pictures(config: EleventyConfig, { folder, variants }: Prepared): void {
  config.on("eleventy.before", async ({ directories: { output: out } }) => {
    await encodeAll({ folder, out, variants: [...variants.values()], atOnce: 1 });
  });
}

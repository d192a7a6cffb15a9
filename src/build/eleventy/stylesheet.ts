import type { EleventyConfig } from "@11ty/eleventy";
import type { Prepared } from "../prepare.ts";

/** The site's style sheet as a virtual template. */
export function stylesheet(config: EleventyConfig, prepared: Prepared): void {
  config.addTemplate("stylesheet.11ty.js", () => prepared.stylesheet.code, {
    permalink: () => prepared.stylesheet.url,
    eleventyExcludeFromCollections: true,
  });
}

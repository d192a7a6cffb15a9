import type { EleventyConfig } from "@11ty/eleventy";
import type { Prepared } from "../prepare.ts";

/** The site's style sheet as a virtual template. */
export function stylesheet(config: EleventyConfig, { stylesheet: { url, code } }: Prepared): void {
  config.addTemplate("stylesheet.11ty.js", () => code, {
    permalink: url,
    eleventyExcludeFromCollections: true,
  });
}

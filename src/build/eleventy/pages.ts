import type { EleventyConfig } from "@11ty/eleventy";
import type { Page } from "../../pages/page.ts";
import type { Prepared } from "../prepare.ts";

/** The name of the template that every page is made by. */
export const pagesTemplate = "pages.11ty.js";

/**
 * Every page of the site, feeds and sitemaps among them, as one paginated virtual template.
 * Eleventy's own way, a template for each article, is quadratic in their number and lets front
 * matter run code.
 */
export function pages(config: EleventyConfig, prepared: Prepared): void {
  config.addGlobalData("pages", () => prepared.pages);
  config.addTemplate(
    pagesTemplate,
    ({ entry }: { entry: Page }) => prepared.render(entry, prepared.site.bodies),
    {
      pagination: { data: "pages", size: 1, alias: "entry" },
      permalink: ({ entry }: { entry: Page }) => entry.url,
      eleventyExcludeFromCollections: true,
    },
  );
}

import type { EleventyConfig } from "@11ty/eleventy";
import type { Article } from "../../site/site.ts";
import type { Prepared } from "../prepare.ts";

/**
 * `collections.articles`, newest first, in the form that ordinary Eleventy templates and plugins
 * expect of a collection's items.
 */
export function articles(config: EleventyConfig, prepared: Prepared): void {
  config.addCollection("articles", () => prepared.site.articles.map(itemOf));
}

function itemOf({ html, path, address, date, ...fields }: Article) {
  return {
    url: address,
    inputPath: path,
    fileSlug: address.replace(/^.*\/|\.html$/g, ""),
    date: new Date(date.instant),
    data: { ...fields, date: new Date(date.instant) },
    content: html,
    templateContent: html,
  };
}

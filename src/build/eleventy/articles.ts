import type { EleventyConfig } from "@11ty/eleventy";
import type { Bodies } from "../../site/bodies.ts";
import type { Article } from "../../site/site.ts";
import type { Prepared } from "../prepare.ts";

/**
 * `collections.articles`, newest first, in the form that ordinary Eleventy templates and plugins
 * expect of a collection's items.
 */
export function articles(config: EleventyConfig, prepared: Prepared): void {
  config.addCollection("articles", () => {
    const { articles, bodies } = prepared.site;
    return articles.map((article) => itemOf(article, bodies));
  });
}

function itemOf({ body, path, address, date, ...fields }: Article, bodies: Pick<Bodies, "get">) {
  return {
    url: address,
    inputPath: path,
    fileSlug: address.replace(/^.*\/|\.html$/g, ""),
    date: new Date(date.instant),
    data: { ...fields, date: new Date(date.instant) },
    get content() {
      return bodies.get(body);
    },
    get templateContent() {
      return bodies.get(body);
    },
  };
}

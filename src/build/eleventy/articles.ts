import type { EleventyConfig } from "@11ty/eleventy";
import type { Bodies } from "../../site/bodies.ts";
import type { Article } from "../../site/site.ts";
import type { Prepared } from "../prepare.ts";

/**
 * `collections.articles`, newest first, in the form that ordinary Eleventy templates and plugins
 * expect of a collection's items.
 */
export function articles(config: EleventyConfig, prepared: Prepared): void {
  // `npm run dev` has most articles again and again.
  const items = new WeakMap<Article, Item>();
  config.addCollection("articles", () => {
    const { articles, bodies } = prepared.site;
    return articles.map((article) => {
      const item = items.get(article) ?? new Item(article, bodies);
      items.set(article, item);
      return item;
    });
  });
}

// A class, so that Eleventy doesn't look for a template of its own behind each item.
class Item {
  readonly url: string;
  readonly inputPath: string;
  readonly fileSlug: string;
  readonly date: Date;
  readonly data: object;
  readonly #body: string;
  readonly #bodies: Pick<Bodies, "get">;

  constructor({ body, path, address, date, ...fields }: Article, bodies: Pick<Bodies, "get">) {
    this.url = address;
    this.inputPath = path;
    this.fileSlug = address.replace(/^.*\/|\.html$/g, "");
    this.date = new Date(date.instant);
    this.data = { ...fields, date: new Date(date.instant) };
    this.#body = body;
    this.#bodies = bodies;
  }

  get content(): string {
    return this.#bodies.get(this.#body);
  }

  get templateContent(): string {
    return this.content;
  }
}

import type { EleventyConfig } from "@11ty/eleventy";
import type { Bodies } from "../../site/bodies.ts";
import { dataOf } from "../../site/kept.ts";
import type { Article } from "../../site/site.ts";
import type { Prepared } from "../prepare.ts";

/**
 * `collections.articles`, newest first, in the form that ordinary Eleventy templates and plugins
 * expect of a collection's items.
 */
export function articles(config: EleventyConfig, prepared: Prepared): void {
  config.addCollection("articles", () => {
    const { articles, bodies } = prepared.site;
    return articles.map((article) => new Item(article, bodies));
  });
}

// A class, so that Eleventy doesn't look for a template of its own behind each item. Whatever is
// derived is so when it is asked for: most sites have no template that does.
class Item {
  readonly #article: Article;
  readonly #bodies: Pick<Bodies, "get">;
  #data: object | undefined;

  constructor(article: Article, bodies: Pick<Bodies, "get">) {
    this.#article = article;
    this.#bodies = bodies;
  }

  get url(): string {
    return this.#article.address;
  }

  get inputPath(): string {
    return this.#article.path;
  }

  get fileSlug(): string {
    return this.url.replace(/^.*\/|\.html$/g, "");
  }

  get date(): Date {
    return new Date(this.#article.date.instant);
  }

  get data(): object {
    if (!this.#data) {
      const { body: _, path: __, address: ___, ...fields } = dataOf(this.#article);
      this.#data = { ...fields, date: this.date };
    }
    return this.#data;
  }

  get content(): string {
    return this.#bodies.get(this.#article.body);
  }

  get templateContent(): string {
    return this.content;
  }
}

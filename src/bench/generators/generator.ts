import { fileURLToPath } from "node:url";
import type { BenchArticle } from "../articles.ts";
import type { Program } from "../processes.ts";

/**
 * A generator that is measured. Its templates lie in the folder of its id beside this file. All
 * publish an article at `<column>/<year>/<slug>.html`; other addresses are each one's own.
 */
export interface SiteGenerator {
  id: string;
  name: string;
  /** Has it a folder of templates, with a package.json where it comes from the npm registry? */
  templates: boolean;
  /** Files of a site that are neither templates nor articles: paths and texts. */
  files?: Record<string, string>;
  /** Where the style sheet goes that all share; none where it has its own. */
  stylesheet?: string;
  articlePath(article: BenchArticle): string;
  articleText(article: BenchArticle): string;
  /** The folder that it builds into, in the folder of the site. */
  output: string;
  /** In the output: a column's newest list, and the folder in which the older ones are. */
  newestList(column: string): string;
  olderLists(column: string): string;
  feed: string;
  /** In the output: the sitemaps of which one has the articles of a month, `2017-07`. */
  sitemaps(month: string): string[];
  /**
   * What it keeps from build to build in node_modules or outside the folder of the site; all else
   * that was not laid out is deleted before a cold build without being named.
   */
  caches(folder: string): string[];
  /** What is told of its version, or undefined where it is not installed in that folder. */
  version(folder: string): string | undefined;
  /** The build, as its documentation has it, but without npm or npx before it. */
  program(folder: string): Program;
  /** How to install what the bench does not. */
  hint?: string;
}

/** The folder of this project. */
export const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));

/** Front matter and body; `fields` are texts and lists of texts that YAML takes as they are. */
export function markdownFile(fields: Record<string, string | string[]>, body: string): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : value}`,
  );
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

/** The front matter that the templates of the others show; `date` in the form of RFC 3339. */
export function commonFields(article: BenchArticle): Record<string, string | string[]> {
  const { title, date, source, author, editor, summary, tags } = article;
  const moment = `${date.replace(" ", "T")}:00+08:00`;
  return { title, date: moment, source, author, editor, summary, keywords: tags };
}

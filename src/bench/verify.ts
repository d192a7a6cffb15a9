import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchArticle } from "./articles.ts";
import type { SiteGenerator } from "./generators/generator.ts";
import { columnIds, site } from "./site.ts";

/** What the output of a build has to hold. */
export interface Expected {
  articles: number;
  /** An article whose page, month, list and sitemap are looked at. */
  sample: BenchArticle;
  /** An article that must be among the latest wherever those are shown. */
  newest?: BenchArticle | undefined;
}

/** How many articles the pages list as the latest. */
const latestCount = 10;

/**
 * Holds an output to the least that all generators build: the first thing that is missing, as a
 * sentence, or undefined. A build that was quick because it left something out must not count.
 */
export function findMissing(
  output: string,
  generator: SiteGenerator,
  { articles, sample, newest }: Expected,
): string | undefined {
  const found = columnIds.map((column) => countArticles(join(output, column)));
  const total = found.reduce((sum, count) => sum + count, 0);
  if (total !== articles) return `${total} article pages instead of ${articles}`;
  for (const [index, column] of columnIds.entries()) {
    const lists = countLists(join(output, generator.olderLists(column)));
    // Of ours the newest list holds up to two pages' worth; of some it lies in another folder.
    const least = Math.floor((found[index] ?? 0) / Number(site.pageSize)) - 1;
    if (lists < least) return `${lists} lists of ${column} instead of ${least} at least`;
  }
  const address = `${sample.column}/${sample.year}/${sample.slug}.html`;
  const month = sample.date.slice(0, 7);
  const latest = newest ? [newest.title] : [];
  const needed: Record<string, string[]> = {
    [address]: [sample.title, site.footer.icp, sample.editor, ...textsOf(sample), ...latest],
    "index.html": [site.title, ...latest],
    [generator.feed]: [site.title, ...latest],
    [`archive/${month}.html`]: [sample.title],
    [generator.newestList(newest?.column ?? sample.column)]: [site.title, ...latest],
  };
  for (const [path, texts] of Object.entries(needed)) {
    const page = read(output, path);
    const text = path.endsWith(".html") ? page.replace(/<[^>]*>/g, "") : page;
    const missing = texts.find((one) => !text.includes(one));
    if (missing !== undefined) return `“${missing}” is missing in ${path}`;
  }
  const sitemaps = generator.sitemaps(month).map((path) => read(output, path));
  if (!sitemaps.some((text) => text.includes(`${site.url}/${address}`))) {
    return `${address} is in no sitemap`;
  }
  const page = read(output, address);
  const aside = page.slice(page.indexOf("<aside"));
  const entries = aside.match(/<li>/g)?.length ?? 0;
  if (entries !== Math.min(latestCount, articles))
    return `${entries} latest articles in ${address}`;
  return undefined;
}

/** The text of a file of an output, or nothing where it was not written. */
function read(output: string, path: string): string {
  const file = join(output, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The paragraphs of an article as they are read. */
function textsOf({ body }: BenchArticle): string[] {
  return body
    .split("\n\n")
    .map((block) => block.trim())
    .filter((block) => !/^(?:[#|-]|\d+\. )/.test(block))
    .map((block) => block.replaceAll("**", "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"));
}

function countArticles(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((name) => /^\d{4}$/.test(name))
    .reduce((sum, year) => sum + countPages(readdirSync(join(folder, year))), 0);
}

function countLists(folder: string): number {
  if (!existsSync(folder)) return 0;
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return countPages(paths.filter((path) => !/^\d{4}\//.test(path)));
}

function countPages(paths: readonly string[]): number {
  return paths.filter((path) => path.endsWith(".html")).length;
}

import type { Language } from "../messages/index.ts";
import { latestAddress } from "../site/addresses.ts";
import type { Article } from "../site/site.ts";
import { type EntryGroup, groupByYear } from "./entries.ts";
import { type Page, type Plan, page } from "./page.ts";
import { scriptPage } from "./scripts.ts";

/** The latest articles as a fragment of HTML: a list without a document around it. */
export interface LatestProps {
  lang: Language;
  groups: EntryGroup[];
}

/** What an article's page has of the latest articles: the list, or the address of what loads it. */
export type Latest = EntryGroup[] | { script: string };

/** How many articles are the latest. */
export const latestCount = 10;

/**
 * With `latest: fragment`, the latest articles in a file of their own and the script by which the
 * pages of articles load it, so that a new article leaves those pages as they are.
 */
export function* latestPages({ site, scripts }: Plan): Generator<Page> {
  const { settings, articles } = site;
  if (settings.latest === "baked") return;
  yield page(latestAddress, "latest", () => ({
    lang: settings.lang,
    groups: latestArticles(articles),
  }));
  yield scriptPage(scripts.latest);
}

/** The latest articles for the pages of articles, in the way that site.yaml wants. */
export function latestBeside({ site, scripts }: Plan): Latest {
  if (site.settings.latest === "fragment") return { script: scripts.latest.url };
  return latestArticles(site.articles);
}

/** The ten latest articles of the site. */
export function latestArticles(articles: readonly Article[]): EntryGroup[] {
  return groupByYear(articles.slice(0, latestCount));
}

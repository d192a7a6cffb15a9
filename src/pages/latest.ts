import type { Language } from "../messages/index.ts";
import { latestAddress } from "../site/addresses.ts";
import type { Article } from "../site/site.ts";
import { type EntryGroup, groupByYear } from "./entries.ts";
import { type Page, type Plan, page } from "./page.ts";

/** The latest articles as a fragment of HTML: a list without a document around it. */
export interface LatestProps {
  lang: Language;
  groups: EntryGroup[];
}

/** A script as the text of its file. */
export interface ScriptProps {
  code: string;
}

/** What an article's page has of the latest articles: the list, or the address of what loads it. */
export type Latest = EntryGroup[] | { script: string };

const latestCount = 10;

/**
 * With `latest: fragment`, the latest articles in a file of their own and the script by which the
 * pages of articles load it, so that a new article leaves those pages as they are.
 */
export function* latestPages({ site, latestScript }: Plan): Generator<Page> {
  const { settings, articles } = site;
  if (settings.latest === "baked") return;
  yield page(latestAddress, "latest", () => ({
    lang: settings.lang,
    groups: latestArticles(articles),
  }));
  yield page(latestScript.url, "script", () => ({ code: latestScript.code }));
}

/** The latest articles for the pages of articles, in the way that site.yaml wants. */
export function latestBeside({ site, latestScript }: Plan): Latest {
  if (site.settings.latest === "fragment") return { script: latestScript.url };
  return latestArticles(site.articles);
}

/** The ten latest articles of the site. */
export function latestArticles(articles: readonly Article[]): EntryGroup[] {
  return groupByYear(articles.slice(0, latestCount));
}

import { toHref } from "../content/address.ts";
import type { SiteDate } from "../content/date.ts";
import { once } from "../content/once.ts";
import {
  generatedPages,
  searchAddress,
  sitemapAddress,
  sitemapIndexAddress,
} from "../site/addresses.ts";
import type { Line } from "../site/site.ts";
import { monthUrl } from "./archive.ts";
import {
  groupFrom,
  type LayoutName,
  type Page,
  type PageGroup,
  type Plan,
  pageFrom,
} from "./page.ts";

/** A sitemap, or the index of sitemaps. */
export interface SitemapProps {
  entries: SitemapEntry[];
}

export interface SitemapEntry {
  /** A whole address, percent-encoded. */
  address: string;
  /** When what is there last changed, as a W3C date: a day, or a moment with its offset. */
  updated?: string;
}

/** What the protocol allows in one file; our addresses are too short to fill its 50 MiB first. */
const sitemapLimit = 50_000;

/** The shard of what is in no month; months are named by digits. */
const otherPages = "pages";

/** A page to be listed, and when it last changed where the content tells. */
type Listed = readonly [url: string, updated?: SiteDate | undefined];

/** The addresses of pages that are planned, by their layouts and in their order. */
export type UrlsOf = (...layouts: LayoutName[]) => readonly string[];

/**
 * The sitemap for search engines: a shard for each month's articles, and one for all other pages.
 * Nothing of a shard depends on other months, and lists have no date of their own, so that a new
 * article changes the shard of its month and the index. Former addresses and 404 are not listed.
 */
export function* sitemapPages(plan: Plan, urlsOf: UrlsOf): Generator<Page | PageGroup> {
  const { settings, standingPages } = plan.site;
  const { url: site } = settings;
  const from = [settings, plan.listed, standingPages];
  const shards = once(() => [...shardsOf(plan, urlsOf)]);
  yield pageFrom(sitemapIndexAddress, "sitemapIndex", from, () => ({
    entries: shards().map(({ url, of }) => entryOf(site, [url, lastChange(listedOf(of))])),
  }));
  yield groupFrom(sitemapAddress(otherPages), from, () =>
    shards().map(({ url, of }) => pageFrom(url, "sitemap", [site, of], shardProps)),
  );
}

interface Shard {
  url: string;
  of: Part;
}

/** What a shard lists: from a place on, pages that are in no month, or those of a month. */
type Part =
  | readonly [start: number, listed: readonly Listed[], month?: undefined]
  | readonly [start: number, articles: readonly Line[], month: string];

function* shardsOf(plan: Plan, urlsOf: UrlsOf): Generator<Shard> {
  const others = otherListed(plan, urlsOf);
  yield* splitShard(otherPages, others.length, (start) => [start, others]);
  for (const [month, articles] of plan.months()) {
    yield* splitShard(month, articles.length + 1, (start) => [start, articles, month]);
  }
}

/** From the oldest on, so that a shard that is full stays as it is. */
function* splitShard(name: string, count: number, of: (start: number) => Part): Generator<Shard> {
  for (let start = 0; start < count; start += sitemapLimit) {
    const number = start / sitemapLimit + 1;
    yield { url: sitemapAddress(number === 1 ? name : `${name}-${number}`), of: of(start) };
  }
}

function shardProps(site: string, of: Part): SitemapProps {
  return { entries: listedOf(of).map((it) => entryOf(site, it)) };
}

function listedOf([start, ...of]: Part): Listed[] {
  const listed = of[1] === undefined ? of[0] : monthListed(of[1], of[0]);
  return listed.slice(start, start + sitemapLimit);
}

/** The articles of a month, oldest first, and last the page of the archive that lists them. */
function monthListed(month: string, articles: readonly Line[]): Listed[] {
  const listed = articles.map(({ address, date, updated = date }): Listed => [address, updated]);
  listed.reverse();
  listed.push([monthUrl(month)]);
  return listed;
}

function otherListed({ site }: Plan, urlsOf: UrlsOf): Listed[] {
  const urls = [
    ...[...urlsOf("home"), ...urlsOf("siteMap"), ...urlsOf("column"), generatedPages.archive],
    ...(site.settings.search ? [searchAddress] : []),
    ...urlsOf("nameIndex", "nameList"),
  ];
  return [
    ...urls.map((url): Listed => [url]),
    ...site.standingPages.map(({ address, updated }): Listed => [address, updated]),
  ];
}

function lastChange(listed: readonly Listed[]): SiteDate | undefined {
  let last: SiteDate | undefined;
  for (const [, updated] of listed) {
    if (updated && !(last && last.instant >= updated.instant)) last = updated;
  }
  return last;
}

function entryOf(site: string, [url, updated]: Listed): SitemapEntry {
  return { address: site + toHref(url), ...(updated && { updated: updated.iso }) };
}

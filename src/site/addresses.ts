import { addressOf, systemFolders, systemPages } from "../content/address.ts";
import type { SiteSettings } from "../content/schema.ts";
import { type Position, type Problem, problem } from "../problems/problem.ts";
import { namesAddress } from "./names.ts";
import type { Document } from "./site.ts";

const rootPages = new RegExp(`^/(?:${systemPages.join("|")})\\.html$`);
const rootFiles = /^\/(?:feed\.xml|rss\.xml|feed\.json|sitemap\.xml|robots\.txt)$/;
const folders = new RegExp(`^/(?:${systemFolders.join("|")})/`);
// Some servers, IIS among them, look for the others before index.html where a folder is asked for.
const starts = /^(?:index|default)\.html?$/;

/** What is the same in lower case and in any Unicode form, as most addresses are. */
const isPlain = /^[!-@[-~]*$/;

/** What is in a folder of a folder: the system has such an address only where it has the whole folder. */
const isDeep = /^\/[^/]+\/[^/]+\//;

/** Is this an address at which the system itself puts something, now or once the site has grown? */
export function isGenerated(address: string, { columns }: SiteSettings): boolean {
  // Most are of articles, `/news/2017/a.html`.
  if (isDeep.test(address)) return folders.test(address);
  if (rootPages.test(address) || rootFiles.test(address) || folders.test(address)) return true;
  if (starts.test(address.slice(1))) return true;
  const [, column, rest] = /^\/([^/]+)\/([^/]+)$/.exec(address) ?? [];
  if (!columns.some(({ id }) => id === column)) return false;
  return (
    starts.test(rest ?? "") || /^(?:page-\d+\.html|feed\.xml|rss\.xml|feed\.json)$/.test(rest ?? "")
  );
}

/**
 * The section of a site that a file belongs to: `news/2017/` with all that is below it, or `news/`
 * with what is right in it; nothing for what is in no folder.
 */
export function sectionOf(path: string): string {
  const first = path.indexOf("/") + 1;
  const second = first && path.indexOf("/", first) + 1;
  return path.slice(0, second || first);
}

/** The address of the home page. */
export const homeAddress = "/index.html";

/** The address of a column's newest list. */
export function columnAddress(id: string): string {
  return `/${id}/index.html`;
}

/** The feeds of the whole site: Atom, RSS 2.0 and JSON Feed. */
export const feedAddresses = { atom: "/feed.xml", rss: "/rss.xml", json: "/feed.json" } as const;

/** The feeds of a column, in the same formats. */
export function columnFeedAddresses(id: string): Record<keyof typeof feedAddresses, string> {
  return { atom: `/${id}/feed.xml`, rss: `/${id}/rss.xml`, json: `/${id}/feed.json` };
}

/** The sitemap for search engines: its index and its shards, `2017-07` or another name. */
export const sitemapIndexAddress = "/sitemap.xml";

/** The address of a shard of the sitemap. */
export function sitemapAddress(name: string): string {
  return `/sitemap/${name}.xml`;
}

/** What robots are told (RFC 9309, section 2.3). */
export const robotsAddress = "/robots.txt";

/** Names of standing pages that navigation may also use for pages the system makes. */
export const generatedPages = {
  archive: "/archive/index.html",
  sitemap: "/sitemap.html",
  tags: namesAddress("tags"),
  authors: namesAddress("authors"),
  sources: namesAddress("sources"),
} as const;

/** The page on which visitors search the site. */
export const searchAddress = "/search.html";

/** The latest articles as a fragment of HTML, which pages load; no page to be linked to. */
export const latestAddress = "/archive/latest.html";

/** Addresses without a file behind them that an article may link to. */
export function linkableAddresses({ columns, search }: SiteSettings): string[] {
  const lists = columns.flatMap(({ id }) => [
    columnAddress(id),
    ...Object.values(columnFeedAddresses(id)),
  ]);
  const pages = [homeAddress, ...Object.values(generatedPages), ...(search ? [searchAddress] : [])];
  return [...pages, ...Object.values(feedAddresses), ...lists];
}

/**
 * Reports every address that two files claim, or a file and the system. Addresses that differ only
 * in case or in Unicode form count as one: some file systems and visitors can't tell them apart.
 */
export function checkAddresses(
  settings: SiteSettings,
  documents: readonly Document[],
  assets: readonly string[],
  systemPage: string,
  report: (problem: Problem) => void,
): void {
  const keyOf = (address: string) =>
    isPlain.test(address) ? address : address.normalize("NFC").toLowerCase();
  // An address follows from a path, and no two plain paths give the same: most documents need not be
  // held against all others, but against these.
  const rivals = new Set(assets.map((path) => keyOf(addressOf(path))));
  for (const document of documents) {
    if (!isPlain.test(document.path)) rivals.add(keyOf(document.address));
    for (const { address } of document.formerAddresses) rivals.add(keyOf(address));
  }
  const owners = new Map<string, string>();
  const claim = (address: string, file: string, alias?: Position) => {
    const key = keyOf(address);
    const other = isGenerated(key, settings) ? systemPage : owners.get(key);
    if (other === undefined) {
      if (rivals.has(key)) owners.set(key, file);
    } else {
      const place = { file, ...(alias ?? { line: 1, column: 1 }) };
      const params = { url: address, other, alias: alias !== undefined };
      report(problem("address-taken", place, params));
    }
  };
  for (const path of assets) claim(addressOf(path), path);
  let folder = "/";
  for (const document of documents) {
    const { path } = document;
    // Mostly one after the other are in the same folder.
    const isFree =
      path.startsWith(folder) &&
      (rivals.size === 0 || (isPlain.test(path) && !rivals.has(document.address)));
    if (isFree) continue;
    const { address } = document;
    claim(address, path);
    folder = isDeep.test(address) && !folders.test(address) ? sectionOf(path) : "/";
  }
  for (const { path, formerAddresses } of documents) {
    for (const { address, line, column } of formerAddresses) claim(address, path, { line, column });
  }
}

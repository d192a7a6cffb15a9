import type { SiteSettings } from "../content/schema.ts";
import { columnFeedAddresses, feedAddresses } from "../site/addresses.ts";
import type { Anchor } from "./page.ts";

const feedFormats = ["atom", "rss", "json"] as const;

/** A feed as the head of a page names it. */
export interface FeedLink extends Anchor {
  format: (typeof feedFormats)[number];
}

/** The feeds of the whole site. */
export function siteFeeds({ title }: SiteSettings): FeedLink[] {
  return linksTo(feedAddresses, title);
}

/** The feeds of a column, then that of the whole site. */
export function columnFeeds(
  settings: SiteSettings,
  column: SiteSettings["columns"][number],
): FeedLink[] {
  const own = linksTo(columnFeedAddresses(column.id), columnFeedTitle(settings, column));
  return [...own, { title: settings.title, href: feedAddresses.atom, format: "atom" }];
}

function linksTo(addresses: Record<FeedLink["format"], string>, title: string): FeedLink[] {
  return feedFormats.map((format) => ({ title, href: addresses[format], format }));
}

/** What the feed of a column is called: like its page, it names the site last. */
export function columnFeedTitle(
  settings: SiteSettings,
  { title }: SiteSettings["columns"][number],
): string {
  return `${title} - ${settings.title}`;
}

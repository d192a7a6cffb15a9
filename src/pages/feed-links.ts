import type { SiteSettings } from "../content/schema.ts";
import { columnFeedAddress, feedAddresses } from "../site/addresses.ts";
import type { Anchor } from "./page.ts";

/** A feed as the head of a page names it. */
export interface FeedLink extends Anchor {
  format: "atom" | "rss" | "json";
}

/** The feeds of the whole site. */
export function siteFeeds({ title }: SiteSettings): FeedLink[] {
  return [
    { title, href: feedAddresses.atom, format: "atom" },
    { title, href: feedAddresses.rss, format: "rss" },
    { title, href: feedAddresses.json, format: "json" },
  ];
}

/** The feed of a column, then that of the whole site. */
export function columnFeeds(
  settings: SiteSettings,
  column: SiteSettings["columns"][number],
): FeedLink[] {
  const title = columnFeedTitle(settings, column);
  return [
    { title, href: columnFeedAddress(column.id), format: "atom" },
    { title: settings.title, href: feedAddresses.atom, format: "atom" },
  ];
}

/** What the feed of a column is called: like its page, it names the site last. */
export function columnFeedTitle(
  settings: SiteSettings,
  { title }: SiteSettings["columns"][number],
): string {
  return `${title} - ${settings.title}`;
}

import type { SiteSettings } from "../content/schema.ts";
import { homeAddress } from "../site/addresses.ts";
import type { Article } from "../site/site.ts";
import { type EntryGroup, groupByYear, newestByColumn } from "./entries.ts";
import { siteFeeds } from "./feed-links.ts";
import { latestArticles } from "./latest.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Page,
  type Plan,
  page,
} from "./page.ts";
import { type DatedAnchor, datedAnchor } from "./related.ts";

export interface HomeProps extends CommonProps {
  pinned: DatedAnchor[];
  latest: EntryGroup[];
  columns: (Anchor & { groups: EntryGroup[] })[];
}

/** How many articles of each column the home page lists. */
const columnCount = 6;

/** The home page: what is pinned, the latest of the site and the latest of each column. */
export function* homePages(plan: Plan): Generator<Page> {
  const { articles, settings } = plan.site;
  const url = homeAddress;
  yield page(url, "home", () => ({
    ...common(plan, url, settings.title, {
      description: settings.description,
      section: url,
      feeds: siteFeeds(settings),
    }),
    pinned: articles.filter(({ pinned }) => pinned).map(datedAnchor),
    // What stands right above is not told twice.
    latest: latestArticles(articles.filter(({ pinned }) => !pinned)),
    columns: columnsOf(settings, articles),
  }));
}

function columnsOf(settings: SiteSettings, articles: readonly Article[]): HomeProps["columns"] {
  const newest = newestByColumn(settings, articles, columnCount);
  // A column without articles would be an empty box.
  return [...columnAnchors(settings)]
    .map(([id, anchor]) => ({ ...anchor, groups: groupByYear(newest.get(id) ?? []) }))
    .filter(({ groups }) => groups.length > 0);
}

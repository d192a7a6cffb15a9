import { toHref } from "../content/address.ts";
import type { SiteSettings } from "../content/schema.ts";
import { homeAddress } from "../site/addresses.ts";
import { lineOf } from "../site/kept.ts";
import type { Article } from "../site/site.ts";
import { type ShownDate, shownDate } from "./article.ts";
import { type EntryGroup, groupByYear, newestByColumn } from "./entries.ts";
import { siteFeeds } from "./feed-links.ts";
import { latestArticles, latestCount } from "./latest.ts";
import {
  leadPictureOf,
  type Picture,
  pictureOf,
  type SharedPicture,
  sharedPictureOf,
} from "./media.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Page,
  type Plan,
  pageFrom,
} from "./page.ts";
import { type DatedAnchor, datedAnchor } from "./related.ts";

export interface HomeProps extends CommonProps {
  lead?: Lead;
  /** The picture of the lead, for those who share the page. */
  picture?: SharedPicture;
  pinned: DatedAnchor[];
  latest: EntryGroup[];
  /** Columns of notices. */
  notices: ColumnPart[];
  /** All other columns. */
  columns: ColumnPart[];
}

/** The article that the home page shows first. */
export interface Lead extends Anchor {
  summary: string;
  published: ShownDate;
  column: Anchor;
  picture?: Picture;
}

/** A column and its newest articles. */
export interface ColumnPart extends Anchor {
  description?: string;
  groups: EntryGroup[];
}

/** How many articles of each column the home page lists. */
const columnCount = 6;

/** Among how many of the newest articles one with a picture is looked for. */
const leadCount = 20;

/** The home page: its lead, what is pinned, the latest of the site and the latest of each column. */
export function* homePages(plan: Plan): Generator<Page> {
  const { frame, listed, site, encoder } = plan;
  const { articles, settings } = site;
  const url = homeAddress;
  const ofNotices = new Set(settings.columns.filter(isOfNotices).map(({ id }) => id));
  const pinned = articles.filter((article) => article.pinned);
  const isNews = ({ column }: Article) => !ofNotices.has(column);
  const lead = leadOf(plan, pinned.find(isNews), firstOf(articles, leadCount, isNews));
  const picture = lead && sharedPictureOf(site, lead, encoder);
  const path = lead && leadPictureOf(site, lead);
  const large = path === undefined ? undefined : pictureOf(site, path, encoder);
  const from = [frame, settings, listed, pinned.map(lineOf), lead, picture, large];
  yield pageFrom(url, "home", from, () => {
    const parts = columnParts(settings, articles);
    return {
      ...common(plan, url, settings.title, {
        description: settings.description,
        section: url,
        feeds: siteFeeds(settings),
      }),
      ...(lead && { lead: leadProps(settings, lead, large) }),
      ...(picture && { picture }),
      pinned: pinned.filter((article) => article !== lead).map(datedAnchor),
      // What stands right above is not told twice.
      latest: latestArticles(firstOf(articles, latestCount, (article) => !article.pinned)),
      notices: parts.filter(([id]) => ofNotices.has(id)).map(([, part]) => part),
      columns: parts.filter(([id]) => !ofNotices.has(id)).map(([, part]) => part),
    };
  });
}

function isOfNotices({ notices }: SiteSettings["columns"][number]): boolean {
  return notices === true;
}

/** The newest that is pinned; else the newest that has a picture, if it is recent; else the newest. */
function leadOf(
  { site }: Plan,
  pinned: Article | undefined,
  recent: readonly Article[],
): Article | undefined {
  return pinned ?? recent.find((article) => leadPictureOf(site, article)) ?? recent[0];
}

/** The first of many articles that are as they are wanted. */
function firstOf(
  articles: readonly Article[],
  count: number,
  isWanted: (article: Article) => boolean,
): Article[] {
  const first: Article[] = [];
  for (const article of articles) {
    if (first.length === count) break;
    if (isWanted(article)) first.push(article);
  }
  return first;
}

function leadProps(settings: SiteSettings, article: Article, picture: Picture | undefined): Lead {
  const { title, address, date, summary, excerpt, column } = article;
  return {
    title,
    href: toHref(address),
    summary: summary ?? excerpt,
    published: shownDate(date),
    column: columnAnchors(settings).get(column) as Anchor,
    ...(picture && { picture }),
  };
}

function columnParts(
  settings: SiteSettings,
  articles: readonly Article[],
): [id: string, part: ColumnPart][] {
  const newest = newestByColumn(settings, articles, columnCount);
  const anchors = columnAnchors(settings);
  // A column without articles would be an empty box.
  return settings.columns.flatMap(({ id, description }) => {
    const groups = groupByYear(newest.get(id) ?? []);
    const anchor = anchors.get(id) as Anchor;
    return groups.length > 0
      ? [[id, { ...anchor, ...(description && { description }), groups }]]
      : [];
  });
}

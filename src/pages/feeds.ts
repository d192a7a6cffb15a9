import { addressOf, toHref } from "../content/address.ts";
import { type SiteDate, timestamp } from "../content/date.ts";
import type { Language } from "../messages/index.ts";
import {
  columnAddress,
  columnFeedAddresses,
  feedAddresses,
  homeAddress,
} from "../site/addresses.ts";
import type { Article } from "../site/site.ts";
import { newestByColumn } from "./entries.ts";
import { columnFeedTitle } from "./feed-links.ts";
import { leadPictureOf, type Medium, mediaOf } from "./media.ts";
import { type Page, type Plan, page } from "./page.ts";

/** A feed, whatever its format. Addresses are whole and percent-encoded, dates as in RFC 3339. */
export interface FeedProps {
  lang: Language;
  title: string;
  description?: string;
  /** The address of the style sheet by which browsers show it. */
  stylesheet: string;
  /** Where the feed itself is. */
  address: string;
  /** The page that shows the same articles. */
  home: string;
  /** Who stands behind it: articles without an author are theirs. */
  publisher: string;
  /** When an article in it last changed; nothing where it has none. */
  updated?: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** A `tag:` URI (RFC 4151). */
  id: string;
  title: string;
  address: string;
  published: string;
  updated: string;
  authors: string[];
  source?: { name: string; url?: string };
  tags: string[];
  summary?: string;
  correction?: string;
  picture?: string;
  /** The name of the rendered body. */
  body: string;
  /** The files that it shows or links to. */
  media: Medium[];
}

const entryCount = 20;

/** The newest articles with their whole text, of the site and of each column, in three formats. */
export function* feedPages(plan: Plan): Generator<Page> {
  const { settings, articles } = plan.site;
  const { title, description } = settings;
  const about = { title, description, home: homeAddress };
  yield page(plan.feedStyle.url, "script", () => ({ code: plan.feedStyle.code }));
  yield* formatsOf(plan, feedAddresses, articles.slice(0, entryCount), about);

  const byColumn = newestByColumn(settings, articles, entryCount);
  for (const column of settings.columns) {
    const { id, description } = column;
    const title = columnFeedTitle(settings, column);
    const about = { title, description, home: columnAddress(id) };
    yield* formatsOf(plan, columnFeedAddresses(id), byColumn.get(id) ?? [], about);
  }
}

/** What a feed is of. */
interface About {
  title: string;
  description: string | undefined;
  /** The address of the page that shows the same articles. */
  home: string;
}

function* formatsOf(
  plan: Plan,
  { atom, rss, json }: ReturnType<typeof columnFeedAddresses>,
  articles: readonly Article[],
  about: About,
): Generator<Page> {
  yield page(atom, "atom", () => feedOf(plan, atom, articles, about));
  yield page(rss, "rss", () => feedOf(plan, rss, articles, about));
  yield page(json, "jsonFeed", () => feedOf(plan, json, articles, about));
}

function feedOf(
  { site, feedStyle }: Plan,
  url: string,
  articles: readonly Article[],
  about: About,
): FeedProps {
  const { settings } = site;
  // Readers show images as they are: what suits the widths of our pages may not suit theirs.
  const media = mediaOf(site, undefined);
  const { title, description, home } = about;
  const changes = articles.map(({ date, updated = date }) => updated);
  const last = changes.reduce<SiteDate | undefined>(
    (latest, change) => (latest && latest.instant >= change.instant ? latest : change),
    undefined,
  );
  return {
    lang: settings.lang,
    title,
    ...(description && { description }),
    stylesheet: feedStyle.url,
    address: settings.url + url,
    home: settings.url + home,
    publisher: settings.title,
    ...(last && { updated: timestamp(last, settings.timeZone) }),
    entries: articles.map((article) => entryOf(site, article, media(article))),
  };
}

function entryOf(site: Plan["site"], article: Article, media: Medium[]): FeedEntry {
  const { title, date, updated = date, author = [], source, tags = [], correction } = article;
  const { url, timeZone } = site.settings;
  const { excerpt, summary = excerpt } = article;
  const picture = leadPictureOf(site, article);
  const address = url + toHref(article.address);
  return {
    id: tagOf(url, article),
    title,
    address,
    published: timestamp(date, timeZone),
    updated: timestamp(updated, timeZone),
    authors: author,
    ...(source && { source: { name: source.name, ...(source.url && { url: source.url }) } }),
    tags,
    ...(summary && { summary }),
    ...(correction && { correction }),
    ...(picture && { picture: url + toHref(addressOf(picture)) }),
    body: article.body,
    media,
  };
}

/**
 * By what feed readers know an article again (RFC 4151): it stays while title and text are edited,
 * and while its time of day is corrected. A correction of its day or a new address makes another id,
 * and readers show the article once more.
 */
function tagOf(url: string, { date, address }: Article): string {
  return `tag:${new URL(url).hostname},${date.day}:${toHref(address)}`;
}

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
import { type Page, type Plan, page, pageFrom } from "./page.ts";

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
export function* feedPages({ site, feedStyle }: Plan): Generator<Page> {
  const { settings, articles } = site;
  const { lang, url, title, description, timeZone } = settings;
  const origin: Origin = { lang, url, timeZone, publisher: title, stylesheet: feedStyle.url };
  // Readers show images as they are: what suits the widths of our pages may not suit theirs.
  const media = mediaOf(site, undefined);
  const itemOf = (article: Article): Item => [
    article,
    media(article),
    leadPictureOf(site, article),
  ];
  yield page(feedStyle.url, "script", () => ({ code: feedStyle.code }));
  const newest = articles.slice(0, entryCount).map(itemOf);
  yield* formatsOf(origin, feedAddresses, newest, { title, description, home: homeAddress });

  const byColumn = newestByColumn(settings, articles, entryCount);
  for (const column of settings.columns) {
    const { id, description } = column;
    const title = columnFeedTitle(settings, column);
    const about = { title, description, home: columnAddress(id) };
    const newest = (byColumn.get(id) ?? []).map(itemOf);
    yield* formatsOf(origin, columnFeedAddresses(id), newest, about);
  }
}

/** The site that a feed is of. */
interface Origin extends Pick<FeedProps, "lang" | "publisher" | "stylesheet"> {
  url: string;
  timeZone: string;
}

/** What a feed is of. */
interface About {
  title: string;
  description: string | undefined;
  /** The address of the page that shows the same articles. */
  home: string;
}

/** An article, the files that it shows or links to, and the path of the picture that stands for it. */
type Item = readonly [article: Article, media: Medium[], picture: string | undefined];

function* formatsOf(
  origin: Origin,
  { atom, rss, json }: ReturnType<typeof columnFeedAddresses>,
  items: readonly Item[],
  about: About,
): Generator<Page> {
  yield pageFrom(atom, "atom", [origin, atom, items, about], feedOf);
  yield pageFrom(rss, "rss", [origin, rss, items, about], feedOf);
  yield pageFrom(json, "jsonFeed", [origin, json, items, about], feedOf);
}

function feedOf(origin: Origin, address: string, items: readonly Item[], about: About): FeedProps {
  const { lang, url, timeZone, publisher, stylesheet } = origin;
  const { title, description, home } = about;
  const changes = items.map(([{ date, updated = date }]) => updated);
  const last = changes.reduce<SiteDate | undefined>(
    (latest, change) => (latest && latest.instant >= change.instant ? latest : change),
    undefined,
  );
  return {
    lang,
    title,
    ...(description && { description }),
    stylesheet,
    address: url + address,
    home: url + home,
    publisher,
    ...(last && { updated: timestamp(last, timeZone) }),
    entries: items.map((item) => entryOf(origin, item)),
  };
}

function entryOf({ url, timeZone }: Origin, [article, media, picture]: Item): FeedEntry {
  const { title, date, updated = date, author = [], source, tags = [], correction } = article;
  const { excerpt, summary = excerpt } = article;
  return {
    id: tagOf(url, article),
    title,
    address: url + toHref(article.address),
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

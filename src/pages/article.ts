import { toHref } from "../content/address.ts";
import { dateText, type SiteDate } from "../content/date.ts";
import { lineOf } from "../site/kept.ts";
import type { Article, Line } from "../site/site.ts";
import { columnFeeds, type FeedLink } from "./feed-links.ts";
import { type Latest, latestBeside } from "./latest.ts";
import { type Medium, mediaOf, type SharedPicture, sharedPictureOf } from "./media.ts";
import { nameAnchor } from "./names.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Frame,
  type Page,
  type Plan,
  pageFrom,
} from "./page.ts";
import { type DatedAnchor, datedAnchor, relatedIn } from "./related.ts";

export interface ArticleProps extends CommonProps {
  title: string;
  published: ShownDate;
  updated?: ShownDate;
  /** Its name leads to the list of its articles here; `url` leads to where it comes from. */
  source?: Anchor & { url?: string };
  authors: Anchor[];
  editor?: string;
  correction?: string;
  tags: Anchor[];
  /** The picture that stands for it. */
  picture?: SharedPicture;
  /** The files that its body shows or links to. */
  media: Medium[];
  /** The name of the rendered body: the one place where HTML enters a page. */
  body: string;
  column: Anchor;
  /** Older articles that share tags with it. */
  related: DatedAnchor[];
  latest: Latest;
  previous?: Anchor;
  next?: Anchor;
}

/** A date as people read it, and as an HTML `datetime`. */
export interface ShownDate {
  text: string;
  datetime: string;
}

/** A page for each article, with the latest articles of the site and its neighbours in its column. */
export function* articlePages(plan: Plan): Generator<Page> {
  const { site, encoder } = plan;
  const { articles, settings } = site;
  const media = mediaOf(site, encoder);
  const latest = latestBeside(plan);
  const columns = columnAnchors(settings);
  const surroundings = new Map<string, Surroundings>();
  for (const column of settings.columns) {
    const anchor = columns.get(column.id) as Anchor;
    surroundings.set(column.id, { column: anchor, feeds: columnFeeds(settings, column), latest });
  }
  const older = olderInColumn(articles);
  const newer = new Map<string, Line>();
  const related = (plan.relatedIn ?? relatedIn)(articles);
  for (const [place, article] of articles.entries()) {
    const around = surroundings.get(article.column);
    if (!around) throw new Error(`${article.path} is in no column`);
    // Written out: a list that grows takes twice the memory, and there are many of these.
    const from = [
      plan.frame,
      article,
      around,
      related[place] as readonly Line[],
      older[place],
      newer.get(article.column),
      media(article),
      sharedPictureOf(site, article, encoder),
    ] as const;
    newer.set(article.column, lineOf(article));
    yield pageFrom(article.address, "article", from, propsOf, article.path);
  }
}

/** For each article, at its place, the next in the list that is of the same column. */
function olderInColumn(articles: readonly Article[]): (Line | undefined)[] {
  const older = new Array<Line | undefined>(articles.length);
  const last = new Map<string, number>();
  for (const [place, article] of articles.entries()) {
    const before = last.get(article.column);
    if (before !== undefined) older[before] = lineOf(article);
    last.set(article.column, place);
  }
  return older;
}

/** What stands beside every article of a column. */
interface Surroundings {
  column: Anchor;
  feeds: FeedLink[];
  latest: Latest;
}

function propsOf(
  frame: Frame,
  article: Article,
  { column, feeds, latest }: Surroundings,
  related: readonly Line[],
  previous: Line | undefined,
  next: Line | undefined,
  media: Medium[],
  picture: SharedPicture | undefined,
): ArticleProps {
  const { title, date, updated, source, author = [], editor, correction, tags = [] } = article;
  const { body, address, summary, excerpt } = article;
  return {
    ...common({ frame }, address, title, {
      description: summary ?? excerpt,
      section: column.href,
      feeds,
    }),
    title,
    published: shownDate(date),
    ...(updated && { updated: shownDate(updated) }),
    ...(source && {
      source: { ...nameAnchor("sources", source.name), ...(source.url && { url: source.url }) },
    }),
    authors: author.map((name) => nameAnchor("authors", name)),
    ...(editor && { editor }),
    ...(correction && { correction }),
    tags: tags.map((name) => nameAnchor("tags", name)),
    ...(picture && { picture }),
    media,
    body,
    column,
    related: related.map(datedAnchor),
    latest,
    ...(previous && { previous: anchorOf(previous) }),
    ...(next && { next: anchorOf(next) }),
  };
}

/** A date for people and for machines. */
export function shownDate(date: SiteDate): ShownDate {
  return { text: dateText(date), datetime: date.iso };
}

function anchorOf({ title, address }: Line): Anchor {
  return { title, href: toHref(address) };
}

import { toHref } from "../content/address.ts";
import { dateText, type SiteDate } from "../content/date.ts";
import { once } from "../content/once.ts";
import { placeOf } from "../content/sorted.ts";
import { sectionOf } from "../site/addresses.ts";
import type { Article, Line } from "../site/site.ts";
import { columnFeeds, type FeedLink } from "./feed-links.ts";
import { type Latest, latestBeside } from "./latest.ts";
import { hasFiles, type Medium, mediaOf, type SharedPicture, sharedPictureOf } from "./media.ts";
import { nameAnchor } from "./names.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Frame,
  groupFrom,
  type PageGroup,
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

/**
 * A page for each article, with the latest articles of the site and its neighbours in its column, in
 * a group for each year of a column.
 */
export function* articlePages(plan: Plan): Generator<PageGroup> {
  const { site, frame, listed, encoder } = plan;
  const { articles, settings } = site;
  const media = mediaOf(site, encoder);
  const latest = latestBeside(plan);
  const columns = columnAnchors(settings);
  const surroundings = new Map<string, Surroundings>();
  for (const column of settings.columns) {
    const anchor = columns.get(column.id) as Anchor;
    surroundings.set(column.id, { column: anchor, feeds: columnFeeds(settings, column), latest });
  }
  const sections = placesBySection(articles);
  const related = once(() => (plan.relatedIn ?? relatedIn)(listed.lines));
  const neighbours = neighboursIn(listed.lines, sections);
  const pageOf = (place: number, around: Surroundings) => {
    const article = articles[place] as Article;
    const { older, newer } = neighbours(place);
    // Written out: a list that grows takes twice the memory, and there are many of these.
    const from = [
      frame,
      article,
      around,
      related()(place),
      older,
      newer,
      media(article),
      sharedPictureOf(site, article, encoder),
    ] as const;
    return pageFrom(article.address, "article", from, propsOf, article.path);
  };
  for (const places of sections.values()) {
    const own = places.flatMap((place) => {
      const article = articles[place] as Article;
      return hasFiles(article)
        ? [article, media(article), sharedPictureOf(site, article, encoder)]
        : article;
    });
    const { address, column } = articles[places[0] as number] as Article;
    const around = surroundings.get(column);
    if (!around) throw new Error(`${column} is no column`);
    yield groupFrom(address, [frame, around, listed, own], () =>
      places.map((place) => pageOf(place, around)),
    );
  }
}

/** The places of articles by the sections that their pages are in. */
function placesBySection(articles: readonly Article[]): Map<string, number[]> {
  const sections = new Map<string, number[]>();
  for (const [place, { path }] of articles.entries()) {
    // A page lies in the folder that its file lies in.
    const section = sectionOf(path);
    const places = sections.get(section);
    if (places) places.push(place);
    else sections.set(section, [place]);
  }
  return sections;
}

/** The next articles of the column of the one at a place. */
type Neighbours = (place: number) => Record<"older" | "newer", Line | undefined>;

/**
 * Finds neighbours. A column, of which `sections` have the places, is sorted out when it is first asked
 * about.
 */
function neighboursIn(
  lines: readonly Line[],
  sections: ReadonlyMap<string, readonly number[]>,
): Neighbours {
  const columns = new Map<string, readonly number[]>();
  const placesIn = (column: string) => {
    const parts = [...sections.values()].filter(([first = 0]) => lines[first]?.column === column);
    return parts.flat().sort((a, b) => a - b);
  };
  return (place) => {
    const { column } = lines[place] as Line;
    const places = columns.get(column) ?? placesIn(column);
    columns.set(column, places);
    const at = placeOf(places, place);
    return { older: lines[places[at + 1] ?? -1], newer: lines[places[at - 1] ?? -1] };
  };
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

import { once } from "../content/once.ts";
import type { SiteSettings } from "../content/schema.ts";
import { columnAddress } from "../site/addresses.ts";
import { lineOf } from "../site/kept.ts";
import type { Article, Line } from "../site/site.ts";
import { type EntryGroup, groupByYear } from "./entries.ts";
import { columnFeeds } from "./feed-links.ts";
import { hasFiles, leadPictureOf, type SharedPicture, sharedPictureAmong } from "./media.ts";
import {
  type CommonProps,
  common,
  type Frame,
  groupFrom,
  type Page,
  type PageGroup,
  type Plan,
  pageFrom,
} from "./page.ts";
import { type DatedAnchor, datedAnchor } from "./related.ts";
import { numberOf, type Pager, type Part, pagerOf, partsOf } from "./sealed.ts";

export interface ColumnProps extends CommonProps, Pager {
  title: string;
  description?: string;
  /** What the column is about, for machines; its title where site.yaml does not say. */
  keywords: string[];
  /** Its kind, in the words of the authority that asks for it. */
  type?: string;
  /** The picture that stands for it. */
  picture?: SharedPicture;
  /** On the newest list: what stands on top of it, and not once more in its place there. */
  pinned: DatedAnchor[];
  groups: EntryGroup[];
}

type Column = SiteSettings["columns"][number];

/**
 * The lists of each column, as a group: the newest, and sealed pages of `pageSize` older articles. Of an
 * article they show its line, whether it is pinned, and its picture.
 */
export function* columnPages(plan: Plan): Generator<PageGroup> {
  const { site, frame, listed, encoder } = plan;
  const { settings, articles } = site;
  const byColumn = once(() => articlesByColumn(settings, articles));
  const marked = articlesByColumn(
    settings,
    articles.filter((article) => article.pinned || hasFiles(article)),
  );
  for (const column of settings.columns) {
    const own = marked.get(column.id) ?? [];
    const pinned = own.filter((article) => article.pinned).map(lineOf);
    const pictures = own.filter(hasFiles).map((article) => {
      const lead = leadPictureOf(site, article);
      return [lineOf(article), lead, site.files.get(lead ?? "")?.hash];
    });
    const from = [frame, settings, encoder, listed, pinned, pictures];
    yield groupFrom(columnAddress(column.id), from, () =>
      pagesOf(plan, column, byColumn().get(column.id) ?? [], pinned),
    );
  }
}

/** Articles by the ids of their columns, in their order. */
function articlesByColumn(
  { columns }: SiteSettings,
  articles: readonly Article[],
): Map<string, Article[]> {
  const byColumn = new Map<string, Article[]>(columns.map(({ id }) => [id, []]));
  for (const article of articles) byColumn.get(article.column)?.push(article);
  return byColumn;
}

function* pagesOf(
  { site, frame, encoder }: Plan,
  column: Column,
  articles: readonly Article[],
  pinned: readonly Line[],
): Generator<Page> {
  const { settings } = site;
  for (const [list, ...place] of partsOf(articles, settings.pageSize)) {
    const part: Part<Line> = [list.map(lineOf), ...place];
    const number = numberOf(part);
    const onTop = number === undefined ? pinned : [];
    const picture = sharedPictureAmong(site, list, encoder);
    const from = [frame, settings, column, onTop, part, picture] as const;
    yield pageFrom(listUrl(column.id, number), "column", from, propsOf);
  }
}

function propsOf(
  frame: Frame,
  settings: SiteSettings,
  column: Column,
  pinned: readonly Line[],
  part: Part<Line>,
  picture: SharedPicture | undefined,
): ColumnProps {
  const { id, title, description, keywords = [title], type } = column;
  const onTop = new Set(pinned.map(({ address }) => address));
  return {
    ...common({ frame }, listUrl(id, numberOf(part)), title, {
      description,
      section: columnAddress(id),
      feeds: columnFeeds(settings, column),
    }),
    title,
    ...(description && { description }),
    keywords,
    ...(type && { type }),
    ...(picture && { picture }),
    pinned: pinned.map(datedAnchor),
    groups: groupByYear(part[0].filter(({ address }) => !onTop.has(address))),
    ...pagerOf(part, (number) => listUrl(id, number)),
  };
}

/** The address of a sealed page of a column by its number, or of its newest list. */
function listUrl(column: string, number: number | undefined): string {
  return number === undefined ? columnAddress(column) : `/${column}/page-${number}.html`;
}

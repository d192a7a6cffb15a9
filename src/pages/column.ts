import type { SiteSettings } from "../content/schema.ts";
import { columnAddress } from "../site/addresses.ts";
import type { Article } from "../site/site.ts";
import { type EntryGroup, groupByYear } from "./entries.ts";
import { columnFeeds } from "./feed-links.ts";
import { type CommonProps, common, type Frame, type Page, type Plan, pageFrom } from "./page.ts";

export interface ColumnProps extends CommonProps {
  title: string;
  description?: string;
  /** What the column is about, for machines; its title where site.yaml does not say. */
  keywords: string[];
  /** Its kind, in the words of the authority that asks for it. */
  type?: string;
  pinned: EntryGroup[];
  groups: EntryGroup[];
  /** On a sealed page: the days it spans, and the way back to the newest list. */
  sealed?: { from: string; to: string; newest: string };
  /** Sealed pages with older articles, nearest first: the newest dozen. */
  older: SealedPage[];
}

/** A link to a sealed page by the days that it spans. */
export interface SealedPage {
  href: string;
  from: string;
  to: string;
}

const olderCount = 12;

type Column = SiteSettings["columns"][number];

/**
 * The lists of each column. Pages are numbered from the oldest article and hold exactly `pageSize`
 * of them, so that once a page is full a new article never changes it again: it is sealed, and
 * links to older pages only. The newest list holds the rest, at least `pageSize` and less than
 * twice as many.
 */
export function* columnPages(plan: Plan): Generator<Page> {
  const { settings, articles } = plan.site;
  const byColumn = new Map<string, Article[]>(settings.columns.map(({ id }) => [id, []]));
  for (const article of articles) byColumn.get(article.column)?.push(article);
  for (const column of settings.columns) {
    yield* pagesOf(plan, column, byColumn.get(column.id) ?? []);
  }
}

function* pagesOf(
  { site, frame }: Plan,
  column: Column,
  articles: readonly Article[],
): Generator<Page> {
  const { settings } = site;
  const { pageSize } = settings;
  const sealedCount = Math.max(0, Math.floor(articles.length / pageSize) - 1);
  const oldestOfNewest = articles.length - sealedCount * pageSize;
  /** The articles of the pages that a list links to as older ones, from a place on. */
  const olderFrom = (place: number) => articles.slice(place, place + olderCount * pageSize);

  const pinned = articles.filter((article) => article.pinned);
  const newest = articles.slice(0, oldestOfNewest);
  yield pageFrom(
    columnAddress(column.id),
    "column",
    [frame, settings, column, pinned, newest, olderFrom(oldestOfNewest), sealedCount],
    newestProps,
  );
  for (let number = 1; number <= sealedCount; number++) {
    const end = articles.length - (number - 1) * pageSize;
    const list = articles.slice(end - pageSize, end);
    yield pageFrom(
      sealedUrl(column.id, number),
      "column",
      [frame, settings, column, list, olderFrom(end), number],
      sealedProps,
    );
  }
}

function newestProps(
  frame: Frame,
  settings: SiteSettings,
  column: Column,
  pinned: readonly Article[],
  list: readonly Article[],
  older: readonly Article[],
  sealedCount: number,
): ColumnProps {
  return {
    ...propsOf(frame, settings, column, columnAddress(column.id)),
    pinned: groupByYear(pinned),
    groups: groupByYear(list),
    older: olderThan(settings, column, sealedCount + 1, older),
  };
}

function sealedProps(
  frame: Frame,
  settings: SiteSettings,
  column: Column,
  list: readonly Article[],
  older: readonly Article[],
  number: number,
): ColumnProps {
  return {
    ...propsOf(frame, settings, column, sealedUrl(column.id, number)),
    pinned: [],
    groups: groupByYear(list),
    sealed: { ...spanOf(list), newest: columnAddress(column.id) },
    older: olderThan(settings, column, number, older),
  };
}

function propsOf(frame: Frame, settings: SiteSettings, column: Column, url: string) {
  const { title, description, keywords = [title], type } = column;
  return {
    ...common({ frame }, url, title, {
      description,
      section: columnAddress(column.id),
      feeds: columnFeeds(settings, column),
    }),
    title,
    ...(description && { description }),
    keywords,
    ...(type && { type }),
  };
}

/** Links to the sealed pages before this one; `articles` are those of them, page by page. */
function olderThan(
  { pageSize }: SiteSettings,
  { id }: Column,
  number: number,
  articles: readonly Article[],
): SealedPage[] {
  return Array.from({ length: Math.min(olderCount, number - 1) }, (_, index) => {
    const list = articles.slice(index * pageSize, (index + 1) * pageSize);
    return { href: sealedUrl(id, number - 1 - index), ...spanOf(list) };
  });
}

/** The days of the oldest and the newest article of a list. */
function spanOf(list: readonly Article[]): { from: string; to: string } {
  return { from: list.at(-1)?.date.day ?? "", to: list[0]?.date.day ?? "" };
}

function sealedUrl(column: string, number: number): string {
  return `/${column}/page-${number}.html`;
}

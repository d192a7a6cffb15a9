import type { SiteSettings } from "../content/schema.ts";
import { columnAddress } from "../site/addresses.ts";
import type { Article } from "../site/site.ts";
import { type EntryGroup, groupByYear } from "./entries.ts";
import { columnFeeds } from "./feed-links.ts";
import { type CommonProps, common, type Page, type Plan, page } from "./page.ts";

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
  plan: Plan,
  column: SiteSettings["columns"][number],
  articles: readonly Article[],
): Generator<Page> {
  const { pageSize } = plan.site.settings;
  const newest = columnAddress(column.id);
  const sealedCount = Math.max(0, Math.floor(articles.length / pageSize) - 1);
  const sealedArticles = (number: number) => {
    const end = articles.length - (number - 1) * pageSize;
    return articles.slice(end - pageSize, end);
  };
  const spanOf = (list: readonly Article[]) => ({
    from: list.at(-1)?.date.day ?? "",
    to: list[0]?.date.day ?? "",
  });
  const olderThan = (number: number): SealedPage[] =>
    Array.from({ length: Math.min(olderCount, number - 1) }, (_, index) => {
      const older = number - 1 - index;
      return { href: sealedUrl(column.id, older), ...spanOf(sealedArticles(older)) };
    });
  const props = (url: string): Omit<ColumnProps, "groups" | "older"> => ({
    ...common(plan, url, column.title, {
      description: column.description,
      section: newest,
      feeds: columnFeeds(plan.site.settings, column),
    }),
    title: column.title,
    ...(column.description && { description: column.description }),
    keywords: column.keywords ?? [column.title],
    ...(column.type && { type: column.type }),
    pinned: [],
  });

  yield page(newest, "column", () => ({
    ...props(newest),
    pinned: groupByYear(articles.filter(({ pinned }) => pinned)),
    groups: groupByYear(articles.slice(0, articles.length - sealedCount * pageSize)),
    older: olderThan(sealedCount + 1),
  }));
  for (let number = 1; number <= sealedCount; number++) {
    const url = sealedUrl(column.id, number);
    yield page(url, "column", () => {
      const list = sealedArticles(number);
      return {
        ...props(url),
        groups: groupByYear(list),
        sealed: { ...spanOf(list), newest },
        older: olderThan(number),
      };
    });
  }
}

function sealedUrl(column: string, number: number): string {
  return `/${column}/page-${number}.html`;
}

import { toHref } from "../content/address.ts";
import type { SiteSettings } from "../content/schema.ts";
import type { Article, Line } from "../site/site.ts";

/** A line of a list: `标题(MM月DD日)`. */
export interface Entry {
  title: string;
  href: string;
  /** The whole date for machines, an HTML `datetime`. */
  datetime: string;
  month: string;
  day: string;
}

/** Entries of one year; the year is only told where a list spans several. */
export interface EntryGroup {
  year?: string;
  entries: Entry[];
}

/** An article as a line of a list. */
export function entryOf({ title, address, date }: Line): Entry {
  const [, month = "", day = ""] = date.day.split("-");
  return { title, href: toHref(address), datetime: date.iso, month, day };
}

/** The newest articles of each column, at most `count`, by the ids of the columns in their order. */
export function newestByColumn(
  { columns }: Pick<SiteSettings, "columns">,
  articles: readonly Article[],
  count: number,
): Map<string, Article[]> {
  const newest = new Map<string, Article[]>(columns.map(({ id }) => [id, []]));
  let lacking = columns.length;
  for (const article of articles) {
    if (lacking === 0) break;
    const list = newest.get(article.column);
    if (!list || list.length === count) continue;
    list.push(article);
    if (list.length === count) lacking--;
  }
  return newest;
}

/** Articles, newest first, as lines under a heading for each year where there is more than one. */
export function groupByYear(articles: readonly Line[]): EntryGroup[] {
  const groups = yearsOf(articles);
  const [only, ...more] = groups;
  return only && more.length === 0 ? [{ entries: only.entries }] : groups;
}

/** Articles, newest first, as lines under a heading for each year. */
export function yearsOf(articles: readonly Line[]): EntryGroup[] {
  const groups: (EntryGroup & { year: string })[] = [];
  for (const article of articles) {
    const year = article.date.day.slice(0, 4);
    let group = groups.at(-1);
    if (group?.year !== year) {
      group = { year, entries: [] };
      groups.push(group);
    }
    group.entries.push(entryOf(article));
  }
  return groups;
}

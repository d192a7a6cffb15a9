import { catalogue } from "../messages/index.ts";
import { generatedPages } from "../site/addresses.ts";
import type { Line } from "../site/site.ts";
import { type EntryGroup, groupByYear } from "./entries.ts";
import { nameIndexes } from "./names.ts";
import {
  type Anchor,
  type CommonProps,
  common,
  type Frame,
  groupFrom,
  type Page,
  type PageGroup,
  type Plan,
  page,
  pageFrom,
} from "./page.ts";

export interface ArchiveProps extends CommonProps {
  title: string;
  years: ArchiveYear[];
  /** The indexes of tags, authors and sources. */
  indexes: Anchor[];
}

/** A year of the archive and its months that have articles, newest first. */
export interface ArchiveYear {
  year: string;
  months: { month: number; href: string }[];
}

export interface MonthProps extends CommonProps {
  year: string;
  month: number;
  groups: EntryGroup[];
  archive: string;
}

/** The archive: its index by year and month, and a page for each month. */
export function* archivePages(plan: Plan): Generator<PageGroup> {
  const { frame, listed } = plan;
  yield groupFrom(generatedPages.archive, [frame, listed], () => pagesOf(plan));
}

function* pagesOf(plan: Pick<Plan, "frame" | "months" | "names">): Generator<Page> {
  const { frame } = plan;
  const months = plan.months();
  const texts = catalogue(frame.lang).page;
  const archive = generatedPages.archive;
  yield page(archive, "archive", () => ({
    ...common(plan, archive, texts.archive, {
      description: texts.archiveDescription,
      section: archive,
    }),
    title: texts.archive,
    years: archiveYears(months.keys()),
    indexes: nameIndexes(plan.names(), frame.lang),
  }));
  for (const [key, articles] of months) {
    yield pageFrom(monthUrl(key), "month", [frame, key, articles], monthProps);
  }
}

function monthProps(frame: Frame, key: string, articles: readonly Line[]): MonthProps {
  const archive = generatedPages.archive;
  const [year, month] = yearAndMonth(key);
  const title = catalogue(frame.lang).page.month({ year, month });
  return {
    ...common({ frame }, monthUrl(key), title, { section: archive }),
    year,
    month,
    groups: groupByYear(articles),
    archive,
  };
}

/** The years of these months, `2017-07`, in their order. */
export function archiveYears(months: Iterable<string>): ArchiveYear[] {
  const years: ArchiveYear[] = [];
  for (const key of months) {
    const [year, month] = yearAndMonth(key);
    if (years.at(-1)?.year !== year) years.push({ year, months: [] });
    years.at(-1)?.months.push({ month, href: monthUrl(key) });
  }
  return years;
}

/** The lines of articles by `2017-07`, in their order. */
export function byMonth(articles: readonly Line[]): Map<string, Line[]> {
  const months = new Map<string, Line[]>();
  for (const article of articles) {
    const key = article.date.day.slice(0, 7);
    const month = months.get(key);
    if (month) month.push(article);
    else months.set(key, [article]);
  }
  return months;
}

function yearAndMonth(key: string): [year: string, month: number] {
  return [key.slice(0, 4), Number(key.slice(5))];
}

/** The address of the page for a month, `2017-07`. */
export function monthUrl(key: string): string {
  return `/archive/${key}.html`;
}

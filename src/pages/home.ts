import type { SiteSettings } from "../content/schema.ts";
import type { Article } from "../site/site.ts";
import { type Entry, type EntryGroup, entryOf, groupByYear } from "./entries.ts";
import {
  type Anchor,
  type CommonProps,
  columnHref,
  common,
  type Page,
  type Plan,
  page,
} from "./page.ts";

export interface HomeProps extends CommonProps {
  pinned: Entry[];
  latest: EntryGroup[];
  columns: (Anchor & { groups: EntryGroup[] })[];
}

/** How many articles the home page lists, of the whole site and of each column. */
const latestCount = 10;
const columnCount = 6;

/** The home page: what is pinned, the latest of the site and the latest of each column. */
export function* homePages(plan: Plan): Generator<Page> {
  const { articles, settings } = plan.site;
  const url = "/index.html";
  yield page(url, "home", () => ({
    ...common(plan, url, settings.title, { description: settings.description, section: url }),
    pinned: articles.filter(({ pinned }) => pinned).map(entryOf),
    latest: groupByYear(articles.slice(0, latestCount)),
    columns: columnsOf(settings, articles),
  }));
}

function columnsOf({ columns }: SiteSettings, articles: readonly Article[]): HomeProps["columns"] {
  const newest = new Map<string, Article[]>(columns.map(({ id }) => [id, []]));
  for (const article of articles) {
    const list = newest.get(article.column);
    if (list && list.length < columnCount) list.push(article);
  }
  // A column without articles would be an empty box.
  return columns
    .map(({ id, title }) => ({
      title,
      href: columnHref(id),
      groups: groupByYear(newest.get(id) ?? []),
    }))
    .filter(({ groups }) => groups.length > 0);
}

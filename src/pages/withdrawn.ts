import type { Article } from "../site/site.ts";
import { type ShownDate, shownDate } from "./article.ts";
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

export interface WithdrawnProps extends CommonProps {
  title: string;
  published: ShownDate;
  /** Why, as the editor wrote it. */
  reason: string;
  column: Anchor;
}

/** A page at the address of each article that was withdrawn, which says so and why. */
export function* withdrawnPages({ site, frame }: Plan): Generator<Page> {
  const columns = columnAnchors(site.settings);
  for (const article of site.withdrawn) {
    const column = columns.get(article.column);
    if (!column) throw new Error(`${article.path} is in no column`);
    const from = [frame, article, column] as const;
    yield pageFrom(article.address, "withdrawn", from, propsOf, article.path);
  }
}

function propsOf(
  frame: Frame,
  { address, title, date, withdrawn = "" }: Article,
  column: Anchor,
): WithdrawnProps {
  return {
    ...common({ frame }, address, title, { section: column.href }),
    title,
    published: shownDate(date),
    reason: withdrawn,
    column,
  };
}

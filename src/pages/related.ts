import { toHref } from "../content/address.ts";
import { foldName } from "../site/names.ts";
import type { Article } from "../site/site.ts";
import { type ShownDate, shownDate } from "./article.ts";
import type { Anchor } from "./page.ts";

/** An article with its whole date, for lists in no order of time. */
export interface DatedAnchor extends Anchor {
  date: ShownDate;
}

const shownCount = 5;

/** How many articles of each tag are looked at. */
const nearCount = 20;

/**
 * Gives for each of these articles, newest first, those that it has most to do with, at most five.
 * Looked at are, for each of its tags, the 20 articles with that tag that come next after it in the
 * order of lists, that is older ones: so an article that is added changes what older articles show
 * in no case, and what newer ones show only where it stands among the 20. First come those that share
 * most tags with it, then those of its column, then the newer.
 */
export function relatedIn(articles: readonly Article[]): Map<Article, Article[]> {
  const tags = articles.map(({ tags = [] }) => [...new Set(tags.map(foldName))]);
  const places = new Map<string, number[]>();
  for (const [place, own] of tags.entries()) {
    for (const tag of own) {
      const list = places.get(tag);
      if (list) list.push(place);
      else places.set(tag, [place]);
    }
  }
  const seen = new Map<string, number>();
  const related = new Map<Article, Article[]>();
  for (const [place, article] of articles.entries()) {
    const own = tags[place] ?? [];
    const near = new Set<number>();
    for (const tag of own) {
      const start = (seen.get(tag) ?? 0) + 1;
      seen.set(tag, start);
      for (const other of places.get(tag)?.slice(start, start + nearCount) ?? []) near.add(other);
    }
    if (near.size > 0) related.set(article, nearest(articles, tags, place, [...near]));
  }
  return related;
}

function nearest(
  articles: readonly Article[],
  tags: readonly (readonly string[])[],
  place: number,
  near: readonly number[],
): Article[] {
  const own = tags[place] ?? [];
  const column = articles[place]?.column;
  const ranked = near.map((other) => ({
    other,
    shared: tags[other]?.filter((tag) => own.includes(tag)).length ?? 0,
    isHere: articles[other]?.column === column ? 1 : 0,
  }));
  ranked.sort((a, b) => b.shared - a.shared || b.isHere - a.isHere || a.other - b.other);
  return ranked.slice(0, shownCount).map(({ other }) => articles[other] as Article);
}

/** An article as a link with its whole date. */
export function datedAnchor({ title, address, date }: Article): DatedAnchor {
  return { title, href: toHref(address), date: shownDate(date) };
}

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
const nearCount = 10;

/**
 * Gives for each of these articles, newest first, those that it has most to do with, at most five.
 * Looked at are, for each of its tags, the ten articles with that tag that come next after it in the
 * order of lists, that is older ones: so an article that is added changes what older articles show
 * in no case, and what newer ones show only where it stands among the ten. First come those that share
 * most tags with it, then those of its column, then the newer.
 */
export function relatedIn(articles: readonly Article[]): Map<Article, Article[]> {
  const tags = tagNumbers(articles);
  const places = placesOf(tags);
  const related = new Map<Article, Article[]>();
  // Numbers and no objects: on a large site there are millions of pairs to look at.
  const lookedAtFor = new Int32Array(articles.length).fill(-1);
  const columns = articles.map(({ column }) => column);
  const seen = places.map(() => 0);
  for (const [place, article] of articles.entries()) {
    const own = tags[place] ?? [];
    const best: number[] = [];
    for (const tag of own) {
      const start = (seen[tag] ?? 0) + 1;
      seen[tag] = start;
      for (const other of places[tag]?.slice(start, start + nearCount) ?? []) {
        if (lookedAtFor[other] === place) continue;
        lookedAtFor[other] = place;
        const isHere = columns[other] === columns[place] ? 1 : 0;
        const rank = sharedCount(own, tags[other] ?? []) * 2 + isHere;
        // One number that is the greater the better, and from which the place can be told.
        keepBest(best, rank * articles.length + articles.length - 1 - other);
      }
    }
    if (best.length === 0) continue;
    const others = best.map((it) => articles.length - 1 - (it % articles.length));
    related.set(
      article,
      others.map((it) => articles[it] as Article),
    );
  }
  return related;
}

/** The tags of each article as numbers from 0 on, each once. */
function tagNumbers(articles: readonly Article[]): number[][] {
  const byName = new Map<string, number>();
  const byWriting = new Map<string, number>();
  const numberOf = (tag: string) => {
    const known = byWriting.get(tag);
    if (known !== undefined) return known;
    const name = foldName(tag);
    const number = byName.get(name) ?? byName.size;
    byName.set(name, number);
    byWriting.set(tag, number);
    return number;
  };
  return articles.map(({ tags }) => (tags ? [...new Set(tags.map(numberOf))] : []));
}

/** The places of the articles of each tag. */
function placesOf(tags: readonly (readonly number[])[]): number[][] {
  const places: number[][] = [];
  for (const [place, own] of tags.entries()) {
    for (const tag of own) {
      const list = places[tag];
      if (list) list.push(place);
      else places[tag] = [place];
    }
  }
  return places;
}

function sharedCount(own: readonly number[], others: readonly number[]): number {
  let count = 0;
  for (const tag of others) if (own.includes(tag)) count++;
  return count;
}

/** Puts a number in its place among the greatest, if it is one of them. */
function keepBest(best: number[], number: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1] as number) < number) at--;
  if (at >= shownCount) return;
  best.splice(at, 0, number);
  if (best.length > shownCount) best.pop();
}

/** An article as a link with its whole date. */
export function datedAnchor({ title, address, date }: Article): DatedAnchor {
  return { title, href: toHref(address), date: shownDate(date) };
}

import { isDeepStrictEqual } from "node:util";
import { toHref } from "../content/address.ts";
import { placeOf } from "../content/sorted.ts";
import { foldName } from "../site/names.ts";
import type { Line } from "../site/site.ts";
import { type ShownDate, shownDate } from "./article.ts";
import type { Anchor } from "./page.ts";

/** An article with its whole date, for lists in no order of time. */
export interface DatedAnchor extends Anchor {
  date: ShownDate;
}

/** Gives what `relatedIn` gives. */
export type RelatedIn = (articles: readonly Line[]) => Related;

/** Gives the articles that the one at a place has most to do with. */
export type Related = (place: number) => readonly Line[];

const shownCount = 5;

/** How many articles of each tag are looked at. */
const nearCount = 10;

/**
 * Finds for any of these articles, newest first, those that it has most to do with, at most five.
 * Looked at are, for each of its tags, the ten articles with that tag that come next after it in the
 * order of lists, that is older ones: so an article that is added changes what older articles show
 * in no case, and what newer ones show only where it stands among the ten. First come those that share
 * most tags with it, then those of its column, then the newer.
 */
export function relatedIn(articles: readonly Line[]): Related {
  return linesAt(articles, placesRelatedIn(articles));
}

function linesAt(
  articles: readonly Line[],
  placesTo: (place: number) => readonly number[],
): Related {
  return (place) => placesTo(place).map((other) => articles[other] as Line);
}

/** Finds the places of the related articles. */
function placesRelatedIn(articles: readonly Line[]): (place: number) => readonly number[] {
  const tags = tagNumbers(articles);
  const places = placesOf(tags);
  // Numbers and no objects: on a large site there are millions of pairs to look at.
  const lookedAtBy = new Int32Array(articles.length);
  let asked = 0;
  return (place) => {
    asked++;
    const own = tags[place] as readonly number[];
    const column = articles[place]?.column;
    const best: number[] = [];
    for (const tag of own) {
      const others = places[tag] as readonly number[];
      const start = placeOf(others, place) + 1;
      const end = Math.min(start + nearCount, others.length);
      for (let at = start; at < end; at++) {
        const other = others[at] as number;
        if (lookedAtBy[other] === asked) continue;
        lookedAtBy[other] = asked;
        const isHere = articles[other]?.column === column ? 1 : 0;
        const rank = sharedCount(own, tags[other] as readonly number[]) * 2 + isHere;
        // One number that is the greater the better, and from which the place can be told.
        keepBest(best, rank * articles.length + articles.length - 1 - other);
      }
    }
    return best.map((it) => articles.length - 1 - (it % articles.length));
  };
}

/**
 * Makes a `relatedIn` for a site that changes little by little: as long as each article has the tags
 * and the column that the one at its place had, nothing is looked for twice.
 */
export function relatedMemory(): RelatedIn {
  let before: readonly Line[] = [];
  let placesTo: (place: number) => readonly number[] = () => [];
  return (articles) => {
    const isAlike =
      articles.length === before.length &&
      articles.every((article, place) => isInPlaceOf(before[place] as Line, article));
    if (!isAlike) placesTo = remembering(placesRelatedIn(articles));
    before = articles;
    return linesAt(articles, placesTo);
  };
}

function remembering<T>(find: (place: number) => T): (place: number) => T {
  const found: T[] = [];
  return (place) => {
    found[place] ??= find(place);
    return found[place];
  };
}

/** Has an article to do with the same articles as another one would in its place? */
function isInPlaceOf(before: Line, now: Line): boolean {
  if (before === now) return true;
  const [tags = [], others = []] = [before.tags, now.tags];
  return before.column === now.column && isDeepStrictEqual(tags, others);
}

/** The tags of each article as numbers from 0 on, each once. */
function tagNumbers(articles: readonly Line[]): number[][] {
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
  const none: number[] = [];
  return articles.map(({ tags }) => {
    if (!tags) return none;
    // A set takes as long to make as all else, and most have no tag twice.
    const numbers = tags.map(numberOf);
    return numbers.some((it, at) => numbers.indexOf(it) < at) ? [...new Set(numbers)] : numbers;
  });
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
  let at = Math.min(best.length, shownCount - 1);
  if (at < best.length && (best[at] as number) >= number) return;
  for (; at > 0 && (best[at - 1] as number) < number; at--) best[at] = best[at - 1] as number;
  best[at] = number;
}

/** An article as a link with its whole date. */
export function datedAnchor({ title, address, date }: Line): DatedAnchor {
  return { title, href: toHref(address), date: shownDate(date) };
}

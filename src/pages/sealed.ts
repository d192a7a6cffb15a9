import type { SiteDate } from "../content/date.ts";

/** Something that a list holds, newest first. */
interface Dated {
  readonly date: SiteDate;
}

/**
 * A page of a list: what it holds; what the pages hold that it links to as older ones, nearest
 * first; how many sealed pages are older than it; and whether it is sealed itself. Plain values in a
 * list, as pages are made from.
 */
export type Part<T extends Dated> = readonly [
  list: readonly T[],
  older: readonly T[],
  before: number,
  sealed: boolean,
];

/** The links of a list's page to the other pages of that list. */
export interface Pager {
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

/** The address of a sealed page by its number, or of the newest list. */
export type AddressOfPart = (number?: number) => string;

const olderCount = 12;

/**
 * Cuts a list, newest first, into its pages: the newest, then the sealed ones from the oldest on.
 * They are numbered from the oldest and hold exactly `size` each, so that once a page is full
 * nothing new ever changes it again: it is sealed, and links to older pages only. The newest list
 * holds the rest, at least `size` and less than twice as many.
 */
export function* partsOf<T extends Dated>(list: readonly T[], size: number): Generator<Part<T>> {
  const sealedCount = Math.max(0, Math.floor(list.length / size) - 1);
  /** What is on the pages that a page links to as older ones, from a place on. */
  const olderFrom = (place: number) => list.slice(place, place + olderCount * size);
  const oldestOfNewest = list.length - sealedCount * size;
  yield [list.slice(0, oldestOfNewest), olderFrom(oldestOfNewest), sealedCount, false];
  for (let before = 0; before < sealedCount; before++) {
    const end = list.length - before * size;
    yield [list.slice(end - size, end), olderFrom(end), before, true];
  }
}

/** The number of a page if it is sealed. */
export function numberOf([, , before, sealed]: Part<Dated>): number | undefined {
  return sealed ? before + 1 : undefined;
}

/** The links of a page to the others of its list. */
export function pagerOf(part: Part<Dated>, size: number, address: AddressOfPart): Pager {
  const [list, older, before, sealed] = part;
  return {
    ...(sealed && { sealed: { ...spanOf(list), newest: address() } }),
    older: Array.from({ length: Math.min(olderCount, before) }, (_, index) => ({
      href: address(before - index),
      ...spanOf(older.slice(index * size, (index + 1) * size)),
    })),
  };
}

/** The days of the oldest and the newest of a list. */
function spanOf(list: readonly Dated[]): { from: string; to: string } {
  return { from: list.at(-1)?.date.day ?? "", to: list[0]?.date.day ?? "" };
}

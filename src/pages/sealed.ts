import type { SiteDate } from "../content/date.ts";

/** Something that a list holds, newest first. */
interface Dated {
  readonly date: SiteDate;
}

/**
 * A page of a list: what it holds; the days of the sealed pages that it links to as older ones,
 * nearest first; how many sealed pages are older than it; and whether it is sealed itself. Plain
 * values in a list, as pages are made from: of what is older only the days count.
 */
export type Part<T extends Dated> = readonly [
  list: readonly T[],
  older: readonly Span[],
  before: number,
  sealed: boolean,
];

/** The days of the oldest and the newest that a page holds. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** The links of a list's page to the other pages of that list. */
export interface Pager {
  /** On a sealed page: the days it spans, and the way back to the newest list. */
  sealed?: Span & { newest: string };
  /** Sealed pages with older articles, nearest first: the newest dozen. */
  older: SealedPage[];
}

/** A link to a sealed page by the days that it spans. */
export interface SealedPage extends Span {
  href: string;
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
  const sealed = (before: number) => {
    const end = list.length - before * size;
    return list.slice(end - size, end);
  };
  // One object for a page, whichever pages link to it; from the newest on.
  const spans = Array.from({ length: sealedCount }, (_, newer) =>
    spanOf(sealed(sealedCount - 1 - newer)),
  );
  /** The days of the pages that a page links to as older ones, by how many are older. */
  const olderThan = (before: number) =>
    spans.slice(sealedCount - before, sealedCount - before + olderCount);
  const newest = list.slice(0, list.length - sealedCount * size);
  yield [newest, olderThan(sealedCount), sealedCount, false];
  for (let before = 0; before < sealedCount; before++) {
    yield [sealed(before), olderThan(before), before, true];
  }
}

/** The number of a page if it is sealed. */
export function numberOf([, , before, sealed]: Part<Dated>): number | undefined {
  return sealed ? before + 1 : undefined;
}

/** The links of a page to the others of its list. */
export function pagerOf([list, older, before, sealed]: Part<Dated>, address: AddressOfPart): Pager {
  return {
    ...(sealed && { sealed: { ...spanOf(list), newest: address() } }),
    older: older.map((span, index) => ({ href: address(before - index), ...span })),
  };
}

/** The days of the oldest and the newest of a list. */
function spanOf(list: readonly Dated[]): Span {
  return { from: list.at(-1)?.date.day ?? "", to: list[0]?.date.day ?? "" };
}

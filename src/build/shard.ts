import { hashOf } from "../content/hash.ts";

/** One of `count` shares of a site's files, counted from 1. */
export interface Share {
  readonly index: number;
  readonly count: number;
}

/** What the folder of a shard holds: a share of the site that a fingerprint stands for. */
export interface Shard extends Share {
  /** The `siteFingerprint` of the whole site: shards that have it in common fit together. */
  readonly site: string;
}

/** Into how many shares a site can be split. */
export const maxShares = 999;

/** The share that `2/4` names, if it names one. */
export function parseShare(text: string): Share | undefined {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const share = { index: Number(index), count: Number(count) };
  return isShare(share) ? share : undefined;
}

/** Is this one of its shares? */
export function isShare({ index, count }: Share): boolean {
  const whole = Number.isInteger(index) && Number.isInteger(count);
  return whole && index >= 1 && index <= count && count <= maxShares;
}

/**
 * The number of the share that a file belongs to: the first 48 bits of the SHA-256 of its path in
 * the output folder, modulo `count`, plus 1. So a file stays in its share whatever becomes of other
 * files, and the shares have about as many files each.
 */
export function shareOf(path: string, count: number): number {
  return (Buffer.from(hashOf(path), "base64url").readUIntBE(0, 6) % count) + 1;
}

/** Does a share have what templates other than ours make? They show all of a site, so one has it all. */
export function hasOthers(shard: Share | undefined): boolean {
  return shard === undefined || shard.index === 1;
}

/** Are these the same share of the same site, or both no share? */
export function isSameShard(a: Shard | undefined, b: Shard | undefined): boolean {
  return a?.index === b?.index && a?.count === b?.count && a?.site === b?.site;
}

import type { Variant } from "../assets/variants.ts";
import { addressOf } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import { type Fingerprint, fingerprints } from "../pages/fingerprint.ts";
import type { Page } from "../pages/page.ts";
import { indexFingerprint, type SearchIndex } from "../search/indexes.ts";
import type { Site } from "../site/site.ts";
import type { Output } from "./manifest.ts";
import type { Prepared } from "./prepare.ts";

/** A file that belongs to a site: what it is made from, before it is made. */
export interface Planned extends Pick<Output, "fingerprint" | "source"> {
  readonly page?: Page;
  /** The image or attachment that it is: a path in the content folder. */
  readonly asset?: string;
  /** The image encoded anew that it is. */
  readonly variant?: Variant;
  /** The index of which it is the entry: what its other files are called shows when it is made. */
  readonly search?: SearchIndex;
}

/** What the files of a site are planned from. */
export type Source = Pick<Prepared, "pages" | "stylesheet" | "variants" | "searches"> & {
  site: Site;
};

/**
 * Every file of a site, by its path in the output folder, under a key that stands for the code.
 * `fingerprint` is under the same key.
 */
export function planOutputs(
  source: Source,
  key: string,
  fingerprint: Fingerprint = fingerprints(key),
): Map<string, Planned> {
  const planned = new Map<string, Planned>();
  for (const page of source.pages) planned.set(page.url.slice(1), plannedPage(page, fingerprint));
  for (const [path, other] of otherFiles(source, key)) planned.set(path, other);
  return planned;
}

/** A page as a file. */
export function plannedPage(page: Page, fingerprint: Fingerprint): Planned {
  return { fingerprint: fingerprint(page), page, source: page.source };
}

/** The files that are no pages. */
export function* otherFiles(
  { site, stylesheet, variants, searches = [] }: Omit<Source, "pages">,
  key: string,
): Generator<[string, Planned]> {
  yield [stylesheet.url.slice(1), { fingerprint: hashOf(`${key} ${stylesheet.code}`) }];
  for (const search of searches) {
    yield [search.entry, { fingerprint: indexFingerprint(search, key), search }];
  }
  for (const asset of site.assets) {
    const hash = site.files.get(asset)?.hash ?? "";
    const path = addressOf(asset).slice(1);
    yield [path, { fingerprint: hashOf(`${key} ${path} ${hash}`), source: asset, asset }];
  }
  for (const [path, variant] of variants) {
    // Its address stands for its bytes, which another image may have as well.
    const source = variant.path;
    yield [path, { fingerprint: hashOf(`${key} ${path} ${source}`), source, variant }];
  }
}

/** What the fingerprint begins with of a file that a template other than ours made. */
const others = "site:";

/** The fingerprint of what other templates make: it may show anything of the site. */
export function fingerprintOfOthers(site: string): string {
  return others + site;
}

/** Did a template other than ours make this file? */
export function isOfOthers({ fingerprint }: Pick<Output, "fingerprint">): boolean {
  return fingerprint.startsWith(others);
}

/** What the fingerprint begins with of a file that came to be with another, which is planned. */
const companions = "with:";

/** The fingerprint of what came to be with a file. */
export function fingerprintOfCompanions({ fingerprint }: Pick<Output, "fingerprint">): string {
  return companions + fingerprint;
}

/** Is this a file of which its name and that it is there are planned? */
export function isPlanned(output: Pick<Output, "fingerprint">): boolean {
  return !isOfOthers(output) && !output.fingerprint.startsWith(companions);
}

/** Stands for a whole site: all that our templates make, and how. */
export function siteFingerprint(
  planned: Iterable<readonly [path: string, Pick<Output, "fingerprint">]>,
): string {
  const lines = Array.from(planned, ([path, { fingerprint }]) => `${path} ${fingerprint}`);
  return hashOf(lines.sort().join("\n"));
}

import type { Variant } from "../assets/variants.ts";
import { addressOf } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import type { Fingerprint } from "../pages/fingerprint.ts";
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
export type Source = Pick<Prepared, "stylesheet" | "variants" | "searches"> & {
  site: Site;
};

/** A page as a file. */
export function plannedPage(page: Page, fingerprint: Fingerprint): Planned {
  return { fingerprint: fingerprint(page), page, source: page.source };
}

/** The files of a site that are no pages, under a key that stands for the code. */
export function* otherFiles(
  { site, stylesheet, variants, searches = [] }: Source,
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

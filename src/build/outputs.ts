import type { Variant } from "../assets/variants.ts";
import { addressOf } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import { type Fingerprint, type Fingerprints, fingerprints } from "../pages/fingerprint.ts";
import type { Page } from "../pages/page.ts";
import { indexFingerprint, type SearchIndex } from "../search/indexes.ts";
import type { Site } from "../site/site.ts";
import { type Output, sectionOf } from "./manifest.ts";
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

type Source = Pick<Prepared, "pages" | "stylesheet" | "variants" | "searches"> & { site: Site };

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

function plannedPage(page: Page, fingerprint: Fingerprint): Planned {
  return { fingerprint: fingerprint(page), page, source: page.source };
}

/** The files that are no pages. */
function* otherFiles(
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

/** A section of a site: its pages, and its other files by their paths. */
interface Section {
  readonly pages: Page[];
  readonly others: Map<string, Planned>;
  /** All of them, and what stands for them, once somebody has asked. */
  files?: ReadonlyMap<string, Planned>;
  fingerprint?: string;
}

/**
 * Every file of a site, like `planOutputs`, by sections. One fingerprint stands for a whole section,
 * so that nothing is asked of each file where none has changed.
 */
export class PlannedSite implements Iterable<[path: string, Planned]> {
  readonly #fingerprints: Fingerprints;
  readonly #sections = new Map<string, Section>();

  constructor(source: Source, key: string, fingerprints: Fingerprints) {
    this.#fingerprints = fingerprints;
    for (const page of source.pages) this.#at(page.url.slice(1)).pages.push(page);
    for (const [path, other] of otherFiles(source, key)) this.#at(path).others.set(path, other);
  }

  #at(path: string): Section {
    const name = sectionOf(path);
    const section = this.#sections.get(name) ?? { pages: [], others: new Map() };
    if (section.pages.length + section.others.size === 0) this.#sections.set(name, section);
    return section;
  }

  get sections(): Iterable<string> {
    return this.#sections.keys();
  }

  /** Stands for all files of a section, and for what each is made from. */
  fingerprintOf(name: string): string | undefined {
    const section = this.#sections.get(name);
    if (!section) return undefined;
    const { pages, others } = section;
    const lines = Array.from(others, ([path, { fingerprint }]) => `${path} ${fingerprint}`);
    section.fingerprint ??= hashOf([this.#fingerprints.ofAll(pages), ...lines].join("\n"));
    return section.fingerprint;
  }

  /** The files of a section. */
  filesIn(name: string): ReadonlyMap<string, Planned> {
    const section = this.#sections.get(name);
    if (!section) return new Map();
    section.files ??= new Map([
      ...section.pages.map(
        (page) => [page.url.slice(1), plannedPage(page, this.#fingerprints.of)] as const,
      ),
      ...section.others,
    ]);
    return section.files;
  }

  get(path: string): Planned | undefined {
    return this.filesIn(sectionOf(path)).get(path);
  }

  *[Symbol.iterator](): Generator<[path: string, Planned]> {
    for (const name of this.#sections.keys()) yield* this.filesIn(name);
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

import { hashOf } from "../content/hash.ts";
import type { Fingerprints } from "../pages/fingerprint.ts";
import { isGroup, isHtmlPage, type Page, type PageGroup, pagesOf } from "../pages/page.ts";
import { sectionOf } from "../site/addresses.ts";
import { otherFiles, type Planned, plannedPage, type Source } from "./outputs.ts";

/** What is told of a section without looking at any of its files. */
export interface Told {
  /** Stands for all that its files are planned from. */
  readonly plan: string;
  /** How many pages there are for people to read. */
  readonly html: number;
}

/** A section of a site: its pages and groups of such, and its other files by their paths. */
interface Section {
  readonly planned: (Page | PageGroup)[];
  readonly others: Map<string, Planned>;
  // Found out when somebody asks.
  plan?: string;
  files?: ReadonlyMap<string, Planned>;
}

/**
 * Every file of a site, by its path in the output folder, and by sections, under a key that stands for
 * the code. Of a section that is made from the same as it was, no page is even planned.
 */
export class PlannedSite implements Iterable<[path: string, Planned]> {
  readonly #fingerprints: Fingerprints;
  readonly #sections = new Map<string, Section>();

  constructor(
    source: Source & { plan: Iterable<Page | PageGroup> },
    key: string,
    fingerprints: Fingerprints,
  ) {
    this.#fingerprints = fingerprints;
    for (const one of source.plan) {
      this.#at(isGroup(one) ? one.section : sectionOf(one.url.slice(1))).planned.push(one);
    }
    for (const [path, other] of otherFiles(source, key)) {
      this.#at(sectionOf(path)).others.set(path, other);
    }
  }

  #at(name: string): Section {
    let section = this.#sections.get(name);
    if (!section) {
      section = { planned: [], others: new Map() };
      this.#sections.set(name, section);
    }
    return section;
  }

  get sections(): Iterable<string> {
    return this.#sections.keys();
  }

  /** Are the files of a section made from the same as when this was told of it? */
  isUnchanged(name: string, told: Told): boolean {
    return this.#sections.has(name) && told.plan === this.#planOf(name);
  }

  /** What is told of a section that has so many files; nothing where not all of these are planned. */
  told(name: string, count: number): Told | undefined {
    const files = this.filesIn(name);
    if (files.size !== count) return undefined;
    let html = 0;
    for (const { page } of files.values()) if (page && isHtmlPage(page)) html++;
    return { plan: this.#planOf(name), html };
  }

  #planOf(name: string): string {
    const section = this.#at(name);
    section.plan ??= this.#fingerprintOf(section);
    return section.plan;
  }

  #fingerprintOf({ planned, others }: Section): string {
    const lines = Array.from(others, ([path, { fingerprint }]) => `${path} ${fingerprint}`);
    return hashOf([this.#fingerprints.ofAll(planned), ...lines].join("\n"));
  }

  /** The files of a section. */
  filesIn(name: string): ReadonlyMap<string, Planned> {
    const section = this.#sections.get(name);
    if (!section) return new Map();
    if (!section.files) {
      const files = new Map<string, Planned>();
      for (const page of pagesIn(name, section)) {
        files.set(page.url.slice(1), plannedPage(page, this.#fingerprints.of));
      }
      for (const [path, other] of section.others) files.set(path, other);
      section.files = files;
    }
    return section.files;
  }

  get(path: string): Planned | undefined {
    return this.filesIn(sectionOf(path)).get(path);
  }

  *[Symbol.iterator](): Generator<[path: string, Planned]> {
    for (const name of this.#sections.keys()) yield* this.filesIn(name);
  }
}

/** The pages of a section. Throws where a group has a page of another one. */
function pagesIn(name: string, { planned }: Section): Page[] {
  const pages: Page[] = [];
  for (const one of planned) {
    for (const page of pagesOf(one)) {
      if (sectionOf(page.url.slice(1)) !== name) throw new Error(`${page.url} is not in ${name}`);
      pages.push(page);
    }
  }
  return pages;
}

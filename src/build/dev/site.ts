import { rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { BuildEvent, EleventyConfig } from "@11ty/eleventy";
import type { Language } from "../../messages/index.ts";
import { FingerprintMemory } from "../../pages/fingerprint.ts";
import { planSite } from "../../pages/index.ts";
import { isHtmlPage, type Page } from "../../pages/page.ts";
import { relatedMemory } from "../../pages/related.ts";
import { hasErrors, type Problem } from "../../problems/problem.ts";
import { bodiesInMemory } from "../../site/bodies.ts";
import { nameOf } from "../../site/kept.ts";
import type { Loaded } from "../../site/load.ts";
import { outputPathsOf } from "../compile.ts";
import type { Planned } from "../outputs.ts";
import { PartMaker, removeParts } from "../part.ts";
import { PlannedSite } from "../planned-site.ts";
import type { Prepared } from "../prepare.ts";
import { Backlog } from "./backlog.ts";
import type { LiveContent } from "./content.ts";
import { type LiveLayouts, layoutLoader } from "./layouts.ts";
import { Served } from "./served.ts";

export interface LiveSiteOptions {
  content: LiveContent;
  /** The content folder. */
  folder: string;
  /** The folder that is served. */
  out: string;
  configure: (config: EleventyConfig, part: Prepared) => unknown;
  onBuilt: (pages: number, milliseconds: number) => void;
  onProblems: (problems: readonly Problem[], language: Language) => void;
  onError: (error: unknown) => void;
}

/** How many pages are made before browsers are told; the others are made while nobody asks. */
const firstPages = 50;

/** How many of the pages that were asked for last are made first. */
const openPages = 10;

/**
 * What is being served: the site as it is in the content folder now, or its problems. Eleventy is
 * handed those pages only that are not in the served folder as they should be.
 */
export class LiveSite implements Prepared {
  readonly #options: LiveSiteOptions;
  readonly #loadLayouts = layoutLoader();
  readonly #backlog = new Backlog<Page>((pages) => this.#makePart(pages));
  readonly #relatedIn = relatedMemory();
  readonly #served = new Served();
  /** The paths of the pages that were asked for last, the last one at the end. */
  readonly #open = new Set<string>();
  #layouts: LiveLayouts | undefined;
  #loaded: Loaded | undefined;
  #memory: { key: string; fingerprints: FingerprintMemory } | undefined;
  #planned: PlannedSite | undefined;
  #first: ReadonlyMap<string, Planned> = new Map();
  #rest: ReadonlyMap<string, Page> = new Map();
  /** What templates of others wrote. */
  #others: ReadonlySet<string> = new Set();
  #started = 0;
  #builds = 0;
  /** How many builds there had been when a page was last handed out. */
  #shown = 0;
  #parts = 0;

  site: Prepared["site"] = { articles: [], assets: [], bodies: bodiesInMemory() };
  pages: readonly Page[] = [];
  /** None: encoding would take longer than all else, and pages show images as they are instead. */
  readonly variants: Prepared["variants"] = new Map();

  constructor(options: LiveSiteOptions) {
    this.#options = options;
  }

  get folder(): string {
    return this.#options.folder;
  }

  get stylesheet(): Prepared["stylesheet"] {
    return this.#layouts?.stylesheet ?? { url: "/assets/site.css", code: "" };
  }

  /** Has there been a build since any page was handed out? */
  get isOutdated(): boolean {
    return this.#shown < this.#builds;
  }

  readonly render: Prepared["render"] = (page, bodies) =>
    this.#layouts?.render.renderPage(page, bodies) ?? "";

  /** Reads what has changed, and decides what Eleventy is to make. */
  async reload(): Promise<void> {
    this.#started = performance.now();
    await this.#backlog.hold();
    this.pages = [];
    this.site = { ...this.site, assets: [] };
    this.#first = new Map();
    this.#layouts = await this.#loadLayouts();
    const { loaded, touched } = await this.#options.content.read();
    this.#loaded = loaded;
    if (loaded.site) this.#plan(loaded.site, touched);
  }

  #plan(site: NonNullable<Loaded["site"]>, touched: ReadonlySet<string>): void {
    const { stylesheet, scripts, feedStyle, key } = this.#layouts as LiveLayouts;
    if (this.#memory?.key !== key) {
      this.#memory = { key, fingerprints: new FingerprintMemory(key, nameOf) };
    }
    const { variants } = this;
    const relatedIn = this.#relatedIn;
    const resources = { stylesheet: stylesheet.url, scripts, feedStyle, preview: true, relatedIn };
    const source = { site, plan: planSite(site, resources), stylesheet, variants };
    this.#planned = new PlannedSite(source, key, this.#memory.fingerprints.round());
    const stale = this.#served.lackingOf(this.#planned);
    const first = new Map(stale.filter(([, { page }]) => !page));
    const urgent = this.#urgency(touched);
    const stalePages = stale.filter(([, { page }]) => page);
    const sorted = Array.from({ length: 4 }, (_, rank) =>
      stalePages.filter(([path, plan]) => urgent(path, plan) === rank),
    ).flat();
    for (const [path, plan] of sorted.slice(0, firstPages)) first.set(path, plan);
    this.#first = first;
    this.#rest = new Map(
      sorted.slice(firstPages).map(([path, { page }]) => [path, page as Page] as const),
    );
    this.pages = [...first.values()].flatMap(({ page }) => page ?? []);
    this.site = { ...site, assets: [...first.values()].flatMap(({ asset }) => asset ?? []) };
  }

  /** Ranks pages: what is looked at, what was saved, what lists it, all others. */
  #urgency(touched: ReadonlySet<string>): (path: string, plan: Planned) => number {
    return (path, { page, source }) => {
      if (this.#open.has(path)) return 0;
      if (source !== undefined) return touched.has(source) ? 1 : 3;
      return page?.layout === "moved" ? 3 : 2;
    };
  }

  /** Once Eleventy has made what it was handed: removes what is gone, tells, and makes the rest. */
  built({ results, directories: { output } }: BuildEvent): void {
    const { onProblems, onBuilt } = this.#options;
    this.#builds++;
    for (const [path, { fingerprint }] of this.#first) this.#served.set(path, fingerprint);
    const loaded = this.#loaded;
    if (loaded?.site) this.#removeGone(new Set(outputPathsOf(results, output)));
    if (loaded && loaded.problems.length > 0) onProblems(loaded.problems, loaded.language);
    if (loaded?.site) {
      const pages = [...this.pages, ...this.#rest.values()].filter(isHtmlPage).length;
      onBuilt(pages, performance.now() - this.#started);
      this.#backlog.release(this.#rest);
    }
  }

  #removeGone(written: ReadonlySet<string>): void {
    const planned = this.#planned as PlannedSite;
    const others = new Set([...written].filter((path) => !planned.get(path)));
    const othersGone = [...this.#others].filter((path) => !others.has(path) && !planned.get(path));
    for (const path of [...this.#served.goneFrom(planned), ...othersGone]) {
      if (!others.has(path)) rmSync(join(this.#options.out, path), { force: true });
      this.#served.delete(path);
    }
    this.#others = others;
  }

  /** Eleventy could not make what it was handed: the next save tries again. */
  failed(): void {
    this.#backlog.release(new Map());
  }

  async close(): Promise<void> {
    await this.#backlog.hold();
    this.#options.content.close();
  }

  async #makePart(pages: ReadonlyMap<string, Page>): Promise<void> {
    const { out, configure, onError } = this.#options;
    const { folder, stylesheet, variants, render } = this;
    const site = { articles: [], assets: [], bodies: this.site.bodies };
    const prepared = { folder, site, pages: [...pages.values()], stylesheet, variants, render };
    try {
      await new PartMaker({ staging: out, name: `${this.#parts++}`, configure }).make(prepared);
      removeParts(out);
      for (const path of pages.keys()) {
        this.#served.set(path, this.#planned?.get(path)?.fingerprint ?? "");
      }
    } catch (error) {
      onError(error);
    }
    await setImmediate();
  }

  /**
   * Answers every request for a page with the problems, while there are any, and has a page that is
   * still to be made wait until it is.
   */
  readonly answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ): Promise<void> => {
    const loaded = this.#loaded;
    const path = request.url?.replace(/[?#].*$/, "") ?? "/";
    const isPage = /(?:\/|\.html)$/.test(path);
    if (isPage) this.#shown = this.#builds;
    if (loaded && hasErrors(loaded.problems) && isPage) {
      const html = this.#layouts?.render.renderProblems({
        ...loaded,
        folder: this.folder,
        stylesheet: this.stylesheet.url,
      });
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(html);
      return;
    }
    await this.#fresh(decodeURIComponent(path).slice(1));
    // A page that is loaded anew need not wait for it again: its address changes with its content.
    if (this.#isNamedByContent(path)) {
      response.setHeader("cache-control", "max-age=31536000, immutable");
    }
    next();
  };

  /** Is this the address of a style sheet or script of ours that is there? */
  #isNamedByContent(url: string): boolean {
    const { page } = this.#planned?.get(url.slice(1)) ?? {};
    return url === this.stylesheet.url || page?.layout === "script";
  }

  async #fresh(path: string): Promise<void> {
    const index = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const found = [index, `${path}.html`].find((file) => this.#planned?.get(file)) ?? "404.html";
    if (found.endsWith(".html")) this.#opened(found);
    await this.#backlog.made(found);
  }

  #opened(path: string): void {
    this.#open.delete(path);
    this.#open.add(path);
    const [oldest = ""] = this.#open;
    if (this.#open.size > openPages) this.#open.delete(oldest);
  }
}

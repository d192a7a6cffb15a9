import type { Row } from "../cache/cache.ts";
import { addressOf } from "../content/address.ts";
import type { Language } from "../messages/index.ts";
import { planPages } from "../pages/index.ts";
import type { Page } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import type { Bodies } from "../site/bodies.ts";
import { type Loaded, type LoadOptions, loadSite } from "../site/load.ts";
import type { Site } from "../site/site.ts";
import { makeLatestScript } from "./latest-script.ts";
import { makeStylesheet, type Stylesheet } from "./stylesheet.ts";

/**
 * All that Eleventy is handed: nothing of it is raw text of an article. Plugins ask for its parts
 * when they need them, since `npm run dev` changes them between builds.
 */
export interface Prepared {
  /** The content folder. */
  readonly folder: string;
  readonly site: Pick<Site, "articles" | "assets" | "bodies">;
  readonly pages: readonly Page[];
  readonly stylesheet: Stylesheet;
  /** Turns a page into the text of its file. */
  readonly render: (page: Page, bodies: Pick<Bodies, "get">) => string;
}

/** What was found in the content folder, and the site, unless one of the problems is an error. */
export interface Preparation {
  readonly language: Language;
  readonly problems: readonly Problem[];
  readonly prepared?: Prepared & { readonly site: Site };
  /** What is to be remembered of the files of the content folder. */
  readonly rows: Map<string, Row>;
  /** Names what was read of an article or standing page by all that it was read from. */
  readonly nameOf: Loaded["nameOf"];
}

/** Reads the content folder and plans every page, and gives every problem. */
export async function prepare(
  options: LoadOptions,
  render: Prepared["render"],
): Promise<Preparation> {
  const { language, problems, site, rows, nameOf } = await loadSite(options);
  if (!site) return { language, problems, rows, nameOf };
  const stylesheet = makeStylesheet();
  const pages = [...planPages(site, stylesheet.url, makeLatestScript())];
  const prepared = { folder: options.folder, site, pages, stylesheet, render };
  return { language, problems, prepared, rows, nameOf };
}

/** Every file that a build writes, as paths in the output folder, sorted. */
export function plannedFiles({ site, pages, stylesheet }: Prepared): string[] {
  const urls = [
    ...pages.map(({ url }) => url),
    stylesheet.url,
    ...site.assets.map((path) => addressOf(path)),
  ];
  return urls.map((url) => url.slice(1)).sort();
}

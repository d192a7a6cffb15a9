import { encoderVersion } from "../assets/encode.ts";
import type { Variant } from "../assets/variants.ts";
import type { Row } from "../cache/cache.ts";
import { addressOf } from "../content/address.ts";
import type { Language } from "../messages/index.ts";
import { planSite } from "../pages/index.ts";
import { variantsOfSite } from "../pages/media.ts";
import type { Page, PageGroup } from "../pages/page.ts";
import type { Problem } from "../problems/problem.ts";
import { type SearchIndex, searchIndexes } from "../search/indexes.ts";
import type { Bodies } from "../site/bodies.ts";
import { type Known, type LoadOptions, loadSite } from "../site/load.ts";
import type { Site } from "../site/site.ts";
import { makeScripts } from "./scripts.ts";
import { makeStylesheets, type Stylesheet, type Stylesheets } from "./stylesheet.ts";

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
  /** Images to be encoded anew, by their paths in the output folder. */
  readonly variants: ReadonlyMap<string, Variant>;
  /** What visitors find by searching; nothing where that is made elsewhere, or not at all. */
  readonly searches?: readonly SearchIndex[];
  /** Turns a page into the text of its file. */
  readonly render: (page: Page, bodies: Pick<Bodies, "get">) => string;
}

/** All of it for a whole site, of which not every page may be asked for. */
export interface PreparedSite extends Omit<Prepared, "pages"> {
  readonly site: Site;
  readonly plan: readonly (Page | PageGroup)[];
}

/** What was found in the content folder, and the site, unless one of the problems is an error. */
export interface Preparation {
  readonly language: Language;
  readonly problems: readonly Problem[];
  readonly prepared?: PreparedSite;
  /** What is to be remembered of the files of the content folder, and of which folders all is kept. */
  readonly rows: Map<string, Row>;
  readonly kept: ReadonlySet<string>;
}

/** Reads the content folder and plans every page, and gives every problem. */
export async function prepare(
  options: LoadOptions,
  render: Prepared["render"],
): Promise<Preparation> {
  const { language, problems, site, rows, kept } = await loadSite(options);
  if (!site) return { language, problems, rows, kept };
  const { site: stylesheet, feed: feedStyle } = await knownStylesheets(options.cache, rows);
  const encoder = encoderVersion();
  const resources = { scripts: makeScripts(), feedStyle, encoder };
  const plan = [...planSite(site, { stylesheet: stylesheet.url, ...resources })];
  const variants = variantsOfSite(site, encoder);
  const searches = site.settings.search ? searchIndexes(site) : [];
  const prepared = {
    ...{ folder: options.folder, site, plan, render },
    ...{ stylesheet, variants, searches },
  };
  return { language, problems, prepared, rows, kept };
}

/** The place of the style sheets among what is remembered: no file of a content folder has it. */
const stylesheetsRow = "layouts/styles";

/** The style sheets as they were made by the same code before, if they were; they are remembered. */
async function knownStylesheets(
  cache: Known | undefined,
  rows: Map<string, Row>,
): Promise<Stylesheets> {
  const known = cache?.find(stylesheetsRow);
  const row = known ?? { state: "", hash: "", value: await makeStylesheets(), texts: [] };
  rows.set(stylesheetsRow, row);
  return row.value as Stylesheets;
}

/**
 * The files of a site that are known before they are made, as paths in the output folder, sorted:
 * all but those of the search indexes, and what templates of others make.
 */
export function plannedFiles({ site, pages, stylesheet, variants }: Prepared): string[] {
  const urls = [
    ...pages.map(({ url }) => url),
    stylesheet.url,
    ...site.assets.map((path) => addressOf(path)),
  ];
  return [...urls.map((url) => url.slice(1)), ...variants.keys()].sort();
}

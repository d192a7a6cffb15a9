import { addressOf } from "../content/address.ts";
import { planPages } from "../pages/index.ts";
import type { Page } from "../pages/page.ts";
import { type Loaded, type LoadOptions, loadSite } from "../site/load.ts";
import type { Site } from "../site/site.ts";
import { makeStylesheet, type Stylesheet } from "./stylesheet.ts";

/** All that Eleventy is handed: nothing of it is raw text of an article. */
export interface Prepared {
  /** The content folder. */
  folder: string;
  site: Site;
  pages: readonly Page[];
  stylesheet: Stylesheet;
  /** Turns a page into its HTML. */
  render: (page: Page) => string;
}

/** Reads the content folder and plans every page, or gives the problems that stand in the way. */
export function prepare(
  options: LoadOptions,
  render: Prepared["render"],
): Prepared | Extract<Loaded, { problems: unknown }> {
  const loaded = loadSite(options);
  if ("problems" in loaded) return loaded;
  const { site } = loaded;
  const stylesheet = makeStylesheet();
  const pages = [...planPages(site, stylesheet.url)];
  return { folder: options.folder, site, pages, stylesheet, render };
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

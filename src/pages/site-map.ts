import { toHref } from "../content/address.ts";
import { catalogue } from "../messages/index.ts";
import { generatedPages, searchAddress } from "../site/addresses.ts";
import { type ArchiveYear, archiveYears } from "./archive.ts";
import { nameIndexes } from "./names.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Page,
  type Plan,
  pageFrom,
} from "./page.ts";

export interface SiteMapProps extends CommonProps {
  title: string;
  columns: Anchor[];
  pages: Anchor[];
  years: ArchiveYear[];
}

/** The site map for people: columns, standing pages and other lists, the search and months. */
export function* siteMapPages(plan: Plan): Generator<Page> {
  const { frame, listed } = plan;
  const { settings, standingPages } = plan.site;
  const texts = catalogue(settings.lang).page;
  const url = generatedPages.sitemap;
  yield pageFrom(url, "siteMap", [frame, settings, listed, standingPages], () => ({
    ...common(plan, url, texts.siteMap, { description: texts.siteMapDescription, section: url }),
    title: texts.siteMap,
    columns: [...columnAnchors(settings).values()],
    pages: [
      ...standingPages.map(({ title, address }) => ({ title, href: toHref(address) })),
      { title: texts.archive, href: generatedPages.archive },
      ...(settings.search ? [{ title: texts.search, href: searchAddress }] : []),
      ...nameIndexes(plan.names(), settings.lang),
    ],
    years: archiveYears(plan.months().keys()),
  }));
}

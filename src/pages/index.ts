import { once } from "../content/once.ts";
import { catalogue } from "../messages/index.ts";
import { lineOf } from "../site/kept.ts";
import type { Site } from "../site/site.ts";
import { archivePages, byMonth } from "./archive.ts";
import { articlePages } from "./article.ts";
import { columnPages } from "./column.ts";
import { feedPages } from "./feeds.ts";
import { homePages } from "./home.ts";
import { latestPages } from "./latest.ts";
import { movedPages } from "./moved.ts";
import { namePages, namesIn } from "./names.ts";
import { notFoundPages } from "./not-found.ts";
import { frameOf, type Page, type PageGroup, type Plan, pagesOf, type Resources } from "./page.ts";
import { robotsPages } from "./robots.ts";
import { scriptPages } from "./scripts.ts";
import { searchPages } from "./search.ts";
import { siteMapPages } from "./site-map.ts";
import { sitemapPages, type UrlsOf } from "./sitemap.ts";
import { standingPages } from "./standing.ts";
import { withdrawnPages } from "./withdrawn.ts";

/** Every kind of page there is, in the order in which they are built. */
const kinds: ((plan: Plan, urlsOf: UrlsOf) => Generator<Page | PageGroup>)[] = [
  homePages,
  columnPages,
  articlePages,
  withdrawnPages,
  latestPages,
  scriptPages,
  archivePages,
  namePages,
  standingPages,
  siteMapPages,
  searchPages,
  movedPages,
  notFoundPages,
  feedPages,
  sitemapPages,
  robotsPages,
];

/**
 * Plans a site, with what its pages load. Those of a group are planned when they are asked for, and a
 * page's props are put together then.
 */
export function* planSite(site: Site, resources: Resources): Generator<Page | PageGroup> {
  const frame = frameOf(site, resources, catalogue(site.settings.lang).page);
  const lines = site.articles.map(lineOf);
  const plan: Plan = {
    ...{ ...resources, site, frame, listed: { lines } },
    months: once(() => byMonth(lines)),
    names: once(() => namesIn(lines)),
  };
  let others: readonly (Page | PageGroup)[] = [];
  for (const kind of kinds) {
    // The sitemap lists what is planned by then, but articles in its own way.
    const planned = [...kind(plan, urlsIn(others))];
    if (kind !== articlePages) others = [...others, ...planned];
    yield* planned;
  }
}

function urlsIn(planned: readonly (Page | PageGroup)[]): UrlsOf {
  return (...layouts) =>
    planned.flatMap(pagesOf).flatMap(({ layout, url }) => (layouts.includes(layout) ? url : []));
}

/** Every page of a site, as `planSite` plans them. */
export function* planPages(site: Site, resources: Resources): Generator<Page> {
  for (const one of planSite(site, resources)) yield* pagesOf(one);
}

import { catalogue } from "../messages/index.ts";
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
import { frameOf, type Page, type Plan, type Resources } from "./page.ts";
import { robotsPages } from "./robots.ts";
import { scriptPages } from "./scripts.ts";
import { searchPages } from "./search.ts";
import { siteMapPages } from "./site-map.ts";
import { sitemapPages, type UrlsOf } from "./sitemap.ts";
import { standingPages } from "./standing.ts";
import { withdrawnPages } from "./withdrawn.ts";

/** Every kind of page there is, in the order in which they are built. */
const kinds: ((plan: Plan, urlsOf: UrlsOf) => Generator<Page>)[] = [
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
 * Plans every page of a site, with what they load. A page's props are put together when they are asked
 * for.
 */
export function* planPages(site: Site, resources: Resources): Generator<Page> {
  const frame = frameOf(site, resources, catalogue(site.settings.lang).page);
  const { articles } = site;
  const plan: Plan = {
    ...{ ...resources, site, frame },
    months: byMonth(articles),
    names: namesIn(articles),
  };
  // The sitemap lists what is planned by then.
  const others: Page[] = [];
  const urlsOf: UrlsOf = (...layouts) =>
    others.flatMap(({ layout, url }) => (layouts.includes(layout) ? url : []));
  for (const kind of kinds) {
    for (const one of kind(plan, urlsOf)) {
      if (one.layout !== "article") others.push(one);
      yield one;
    }
  }
}

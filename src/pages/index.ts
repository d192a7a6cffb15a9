import { catalogue } from "../messages/index.ts";
import type { Site } from "../site/site.ts";
import { archivePages, byMonth } from "./archive.ts";
import { articlePages } from "./article.ts";
import { columnPages } from "./column.ts";
import { feedPages } from "./feeds.ts";
import { homePages } from "./home.ts";
import { latestPages } from "./latest.ts";
import { movedPages } from "./moved.ts";
import { notFoundPages } from "./not-found.ts";
import { frameOf, type Page, type Plan, type Script } from "./page.ts";
import { robotsPages } from "./robots.ts";
import { siteMapPages } from "./site-map.ts";
import { sitemapPages } from "./sitemap.ts";
import { standingPages } from "./standing.ts";

/** Every kind of page there is, in the order in which they are built. */
const kinds: ((plan: Plan) => Generator<Page>)[] = [
  homePages,
  columnPages,
  articlePages,
  latestPages,
  archivePages,
  standingPages,
  siteMapPages,
  movedPages,
  notFoundPages,
  feedPages,
  sitemapPages,
  robotsPages,
];

/**
 * Plans every page of a site. `stylesheet` is the address of its style sheet, `latestScript` what
 * loads the latest articles, `encoder` the version of what encodes images anew; without one they are
 * shown as they are. A page's props are put together when they are asked for.
 */
export function* planPages(
  site: Site,
  stylesheet: string,
  latestScript: Script,
  encoder?: string,
): Generator<Page> {
  const frame = frameOf(site, stylesheet, catalogue(site.settings.lang).page);
  const plan: Plan = { site, frame, months: byMonth(site.articles), latestScript, encoder };
  for (const kind of kinds) yield* kind(plan);
}

import { robotsAddress, sitemapIndexAddress } from "../site/addresses.ts";
import { type Page, type Plan, page } from "./page.ts";

export interface RobotsProps {
  /** The whole address of the sitemap. */
  sitemap: string;
}

/** What robots are told: they are welcome, and where the sitemap is. */
export function* robotsPages({ site }: Plan): Generator<Page> {
  yield page(robotsAddress, "robots", () => ({
    sitemap: site.settings.url + sitemapIndexAddress,
  }));
}

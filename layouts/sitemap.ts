import type { SitemapEntry, SitemapProps } from "../src/pages/sitemap.ts";
import { xmlDocument } from "./xml.ts";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap (https://www.sitemaps.org/protocol.html). */
export function sitemap({ entries }: SitemapProps): string {
  return xmlDocument("urlset", { "@xmlns": namespace, url: entries.map(elementOf) });
}

/** The index of the sitemaps. */
export function sitemapIndex({ entries }: SitemapProps): string {
  return xmlDocument("sitemapindex", { "@xmlns": namespace, sitemap: entries.map(elementOf) });
}

function elementOf({ address, updated }: SitemapEntry) {
  return { loc: address, ...(updated && { lastmod: updated }) };
}

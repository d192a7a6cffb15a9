import type { RobotsProps } from "../src/pages/robots.ts";

/** robots.txt (RFC 9309): everything may be read, and where the sitemap is. */
export function robots({ sitemap }: RobotsProps): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

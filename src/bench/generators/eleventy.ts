import { commonFields, markdownFile, type SiteGenerator } from "./generator.ts";
import { packageProgram, packageVersion } from "./packages.ts";

/** Eleventy, with a template per article, layouts, collections and pagination. */
export const eleventy: SiteGenerator = {
  id: "eleventy",
  name: "Eleventy",
  templates: true,
  stylesheet: "assets/site.css",
  articlePath: ({ column, year, slug }) => `content/${column}/${year}/${slug}.md`,
  articleText: (article) => markdownFile(commonFields(article), article.body),
  output: "_site",
  newestList: (column) => `${column}/index.html`,
  olderLists: (column) => column,
  feed: "feed.xml",
  sitemaps: () => ["sitemap.xml"],
  caches: () => [],
  version: (folder) => packageVersion(folder, "@11ty/eleventy"),
  program: (folder) => packageProgram(folder, "@11ty/eleventy/cmd.cjs", ["--quiet"]),
};

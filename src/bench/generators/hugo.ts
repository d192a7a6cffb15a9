import { spawnSync } from "node:child_process";
import { commonFields, markdownFile, type SiteGenerator } from "./generator.ts";

/** Hugo from the PATH, with `partialCached` for what pages share. */
export const hugo: SiteGenerator = {
  id: "hugo",
  name: "Hugo",
  templates: true,
  stylesheet: "static/assets/site.css",
  articlePath: ({ column, year, slug }) => `content/${column}/${year}/${slug}.md`,
  // The months of the archive are a taxonomy.
  articleText: (article) =>
    markdownFile({ ...commonFields(article), archive: [article.date.slice(0, 7)] }, article.body),
  output: "public",
  newestList: (column) => `${column}.html`,
  olderLists: (column) => column,
  feed: "index.xml",
  sitemaps: () => ["sitemap.xml"],
  caches: () => [],
  version: () =>
    /v([\d.]+)/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[1],
  program: (folder) => ({ file: "hugo", args: ["--quiet"], cwd: folder }),
  hint: "apt-get install -y hugo",
};

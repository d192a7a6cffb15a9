import { site } from "../site.ts";
import { commonFields, markdownFile, type SiteGenerator } from "./generator.ts";
import { packageProgram, packageVersion } from "./packages.ts";

const titles = new Map<string, string>(site.columns.map(({ id, title }) => [id, title]));

/** Hexo, with a theme that caches what pages share, and the database that it keeps. */
export const hexo: SiteGenerator = {
  id: "hexo",
  name: "Hexo",
  templates: true,
  stylesheet: "source/assets/site.css",
  articlePath: ({ column, year, slug }) => `source/_posts/${column}/${year}/${slug}.md`,
  articleText(article) {
    const { column } = article;
    // `source` is a name of Hexo's own for the path of the file.
    const { source, date: _, ...fields } = commonFields(article);
    const own = {
      date: `${article.date}:00`,
      source_name: source ?? "",
      column,
      categories: [titles.get(column) ?? ""],
    };
    return markdownFile({ ...fields, ...own }, article.body);
  },
  output: "public",
  newestList: (column) => `columns/${column}/index.html`,
  olderLists: (column) => `columns/${column}`,
  feed: "feed.xml",
  sitemaps: () => ["sitemap.xml"],
  caches: () => [],
  version: (folder) => packageVersion(folder, "hexo"),
  program: (folder) => packageProgram(folder, "hexo/bin/hexo", ["generate", "--silent"]),
};

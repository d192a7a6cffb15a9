import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { cachePath, cachesFolder } from "../../build/caches.ts";
import { site } from "../site.ts";
import { markdownFile, projectFolder, type SiteGenerator } from "./generator.ts";

/** What `npm run build` or another command gives Node, with V8's options. */
export function startOf(command: "build" | "dev"): string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
  const [, ...args] = (scripts[command] as string).split(" ");
  return args;
}

/** This project, through its command. */
export const jinsui: SiteGenerator = {
  id: "jinsui",
  name: "Jinsui",
  templates: false,
  // A search is not compared: the others make no index either.
  files: { "content/site.yaml": stringify({ ...site, search: "false" }) },
  articlePath: ({ column, year, slug }) => `content/${column}/${year}/${slug}.md`,
  articleText: ({ title, date, source, author, editor, summary, tags, body }) =>
    markdownFile({ title, date, source, author, editor, summary, tags }, body),
  output: "dist",
  newestList: (column) => `${column}/index.html`,
  olderLists: (column) => column,
  feed: "feed.xml",
  sitemaps: (month) => [`sitemap/${month}.xml`],
  caches: (folder) => [cachePath(cachesFolder, join(folder, "content"))],
  version: () => "this checkout",
  program: (folder) => ({
    file: process.execPath,
    args: [
      ...startOf("build"),
      "--content",
      join(folder, "content"),
      "--out",
      join(folder, "dist"),
    ],
    cwd: projectFolder,
  }),
};

import { join } from "node:path";
import { commonFields, markdownFile, type SiteGenerator } from "./generator.ts";
import { packageProgram, packageVersion } from "./packages.ts";

/** The first version of Node.js that Astro 7 runs on. */
const [needed, neededMinor] = [22, 12];

/** Astro, with the content layer's glob loader and `experimental.incrementalBuild`. */
export const astro: SiteGenerator = {
  id: "astro",
  name: "Astro",
  templates: true,
  stylesheet: "public/assets/site.css",
  articlePath: ({ column, year, slug }) => `content/${column}/${year}/${slug}.md`,
  articleText: (article) => markdownFile(commonFields(article), article.body),
  output: "dist",
  newestList: (column) => `${column}.html`,
  olderLists: (column) => column,
  feed: "feed.xml",
  // It begins another one after 45,000 addresses.
  sitemaps: () => [0, 1, 2].map((number) => `sitemap-${number}.xml`),
  caches: () => ["node_modules/.astro", "node_modules/.vite"],
  version(folder) {
    const own = packageVersion(folder, "astro");
    return own && `${own}, on Node.js ${nodeOf(folder).version}`;
  },
  program(folder) {
    const built = packageProgram(
      folder,
      "astro/bin/astro.mjs",
      ["build", "--silent"],
      nodeOf(folder).path,
    );
    return { ...built, env: { ...built.env, ASTRO_TELEMETRY_DISABLED: "1" } };
  },
};

/** The Node.js of this process, or, where that is too old, the one installed with Astro. */
function nodeOf(folder: string): { path: string; version: string } {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const installed = `node-linux-${process.arch}`;
  const version = packageVersion(folder, installed);
  const suits = major > needed || (major === needed && minor >= neededMinor);
  if (suits || !version) return { path: process.execPath, version: node };
  return { path: join(folder, "node_modules", installed, "bin/node"), version };
}

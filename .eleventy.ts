import type { EleventyConfig } from "@11ty/eleventy";
import { articles } from "./src/build/eleventy/articles.ts";
import { assets } from "./src/build/eleventy/assets.ts";
import { manifest } from "./src/build/eleventy/manifest.ts";
import { pages } from "./src/build/eleventy/pages.ts";
import { pictures } from "./src/build/eleventy/pictures.ts";
import { search } from "./src/build/eleventy/search.ts";
import { stylesheet } from "./src/build/eleventy/stylesheet.ts";
import { watching } from "./src/build/eleventy/watching.ts";
import { prepareFromEnvironment } from "./src/build/environment.ts";
import type { Prepared } from "./src/build/prepare.ts";

/**
 * The list of plugins. `npm run build` and `npm run dev` hand over what they have read; Eleventy's
 * own command line does not, and then content/ is read here.
 */
export default async function jinsui(config: EleventyConfig, given?: Prepared) {
  const prepared = given ?? (await prepareFromEnvironment());
  config.setTemplateFormats(["11ty.js", "njk", "liquid"]);
  config.addPlugin(pages, prepared); // every page, feed and sitemap
  config.addPlugin(stylesheet, prepared); // /assets/site.<hash>.css
  config.addPlugin(assets, prepared); // images and attachments
  config.addPlugin(articles, prepared); // collections.articles
  if (!given) config.addPlugin(pictures, prepared); // images encoded anew, as npm run build does itself
  const searches = new Set<string>();
  if (!given) config.addPlugin(search, { prepared, written: searches }); // what visitors search
  if (!given) config.addPlugin(manifest, { prepared, searches }); // the list of what was written
  config.addPlugin(watching, prepared); // what npm run dev watches
  return { dir: { input: "layouts", output: "dist" } };
}

import { fileURLToPath } from "node:url";
import { assetAddress } from "./asset-address.ts";

/** A style sheet: one file. */
export interface Stylesheet {
  url: string;
  code: string;
}

const styles = new URL("../../layouts/styles/", import.meta.url);

// Domestic browsers on office PCs are built on Chromium 86; Safari 13 and Firefox 78 are its peers.
const browsers = ["chrome 86", "firefox 78", "safari 13", "ios_saf 13"];

/** Those of the site, and of its feeds where a browser shows them. */
export interface Stylesheets {
  site: Stylesheet;
  feed: Stylesheet;
}

/** Bundles and minifies layouts/styles/site.css and feed.css with all they import. */
export async function makeStylesheets(): Promise<Stylesheets> {
  // It takes a while to load, and most builds know what it makes.
  const { browserslistToTargets, bundle } = await import("lightningcss");
  const targets = browserslistToTargets(browsers);
  const bundled = (name: keyof Stylesheets): Stylesheet => {
    const filename = fileURLToPath(new URL(`${name}.css`, styles));
    const { code } = bundle({ filename, minify: true, targets });
    return { url: assetAddress(name, "css", code), code: Buffer.from(code).toString("utf8") };
  };
  return { site: bundled("site"), feed: bundled("feed") };
}

import { fileURLToPath } from "node:url";
import { browserslistToTargets, bundle } from "lightningcss";
import { assetAddress } from "./asset-address.ts";

/** The site's style sheet: one file. */
export interface Stylesheet {
  url: string;
  code: string;
}

const entry = fileURLToPath(new URL("../../layouts/styles/site.css", import.meta.url));

// Domestic browsers on office PCs are built on Chromium 86; Safari 13 and Firefox 78 are its peers.
const targets = browserslistToTargets(["chrome 86", "firefox 78", "safari 13"]);

/** Bundles and minifies layouts/styles/site.css with all it imports. */
export function makeStylesheet(): Stylesheet {
  const { code } = bundle({ filename: entry, minify: true, targets });
  return { url: assetAddress("site", "css", code), code: Buffer.from(code).toString("utf8") };
}

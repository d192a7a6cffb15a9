import { fileURLToPath } from "node:url";
import { browserslistToTargets, bundle } from "lightningcss";
import { assetAddress } from "./asset-address.ts";

/** A style sheet: one file. */
export interface Stylesheet {
  url: string;
  code: string;
}

const styles = new URL("../../layouts/styles/", import.meta.url);

// Domestic browsers on office PCs are built on Chromium 86; Safari 13 and Firefox 78 are its peers.
const targets = browserslistToTargets(["chrome 86", "firefox 78", "safari 13", "ios_saf 13"]);

/** Bundles and minifies layouts/styles/site.css with all it imports. */
export function makeStylesheet(): Stylesheet {
  return bundled("site");
}

/** Minifies layouts/styles/feed.css, by which browsers show feeds. */
export function makeFeedStylesheet(): Stylesheet {
  return bundled("feed");
}

function bundled(name: "site" | "feed"): Stylesheet {
  const filename = fileURLToPath(new URL(`${name}.css`, styles));
  const { code } = bundle({ filename, minify: true, targets });
  return { url: assetAddress(name, "css", code), code: Buffer.from(code).toString("utf8") };
}

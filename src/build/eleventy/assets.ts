import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { addressOf } from "../../content/address.ts";
import type { Prepared } from "../prepare.ts";

/** Copies the images and attachments that published pages use, and no others. */
export function assets(config: EleventyConfig, { folder, site }: Prepared): void {
  for (const path of site.assets) {
    config.addPassthroughCopy({ [join(folder, path)]: addressOf(path).slice(1) });
  }
}

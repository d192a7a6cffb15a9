import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { addressOf } from "../../content/address.ts";
import type { Prepared } from "../prepare.ts";

/**
 * Copies the images and attachments that published pages use, and no others.
 *
 * Eleventy's own passthrough copy wants to know its files before the content is read, and goes on
 * writing after a build has failed: so they are copied here, once the pages are there.
 */
export function assets(config: EleventyConfig, prepared: Prepared): void {
  config.on("eleventy.after", ({ directories: { output } }) => {
    for (const path of prepared.site.assets) {
      const from = join(prepared.folder, path);
      const to = join(output, addressOf(path));
      if (isCurrent(from, to)) continue;
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
    }
  });
}

/** Has `to` been copied from `from` since that was last written? So it is between saves. */
function isCurrent(from: string, to: string): boolean {
  const copy = statSync(to, { throwIfNoEntry: false });
  if (!copy) return false;
  const original = statSync(from);
  return copy.size === original.size && copy.mtimeMs > original.mtimeMs;
}

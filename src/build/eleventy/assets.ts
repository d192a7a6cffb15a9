import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { withoutMetadata } from "../../assets/metadata/index.ts";
import { addressOf, extensionOf, isImage } from "../../content/address.ts";
import type { Prepared } from "../prepare.ts";

/**
 * Publishes the images and attachments that published pages use, and no others: images without
 * what they tell of places and people, attachments as they are.
 *
 * Eleventy's own passthrough copy wants to know its files before the content is read, and goes on
 * writing after a build has failed: so they are written here, once the pages are there.
 */
export function assets(config: EleventyConfig, prepared: Prepared): void {
  // Between saves most files stay as they are. What an earlier process wrote is not relied on: it
  // may have been of other code.
  const written = new Map<string, string>();
  config.on("eleventy.after", ({ directories: { output } }) => {
    for (const path of prepared.site.assets) {
      const from = join(prepared.folder, path);
      const to = join(output, addressOf(path));
      const state = stateOf(from);
      if (written.get(to) === state && statSync(to, { throwIfNoEntry: false })) continue;
      mkdirSync(dirname(to), { recursive: true });
      if (isImage(path)) writeFileSync(to, withoutMetadata(extensionOf(path), readFileSync(from)));
      else copyFileSync(from, to);
      written.set(to, state);
    }
  });
}

/** Changes whenever a file is written or replaced, also by an older one. */
function stateOf(file: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}

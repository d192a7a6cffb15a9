import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Cache } from "../cache/cache.ts";
import { siteFile } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import { LockedError, lock } from "./lock.ts";
import { realPathOf } from "./real-path.ts";

/** Where builds keep what they know of content folders, each in a folder of its own. */
export const cachesFolder = fileURLToPath(
  new URL("../../node_modules/.cache/jinsui", import.meta.url),
);

/** Where in a cache it is told which content folder it is of. */
const originName = "content-folder.txt";

/** A folder that holds what is known of a content folder, and that nobody else works in. */
export interface CacheFolder {
  readonly path: string;
  readonly unlock: () => void;
}

/** Where, among `caches`, what is known of a content folder is kept. */
export function cachePath(caches: string, contentFolder: string): string {
  return join(caches, hashOf(realPathOf(contentFolder)));
}

/**
 * The folder among `caches` for what is known of a content folder; made if there is none. Gives
 * nothing where another build uses it, or where none can be made: a build can do without.
 */
export async function cacheFolder(
  caches: string,
  contentFolder: string,
): Promise<CacheFolder | undefined> {
  const origin = realPathOf(contentFolder);
  const path = cachePath(caches, contentFolder);
  try {
    const unlock = await lock(path);
    if (!existsSync(join(path, originName))) {
      forgetLost(caches);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, originName), origin);
    }
    return { path, unlock };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof LockedError || code !== undefined) return undefined;
    throw error;
  }
}

/** Opens the cache of a content folder: what is made of an article depends on the code and site.yaml. */
export function openCache(path: string, folder: string, key: string): Cache {
  const site = join(folder, siteFile);
  return Cache.open(path, hashOf(`${key} ${existsSync(site) ? hashOf(readFileSync(site)) : ""}`));
}

/** Removes the caches of content folders that are no more. */
function forgetLost(caches: string): void {
  if (!existsSync(caches)) return;
  for (const name of readdirSync(caches)) {
    const origin = join(caches, name, originName);
    if (existsSync(origin) && !existsSync(readFileSync(origin, "utf8"))) {
      rmSync(join(caches, name), { recursive: true, force: true });
    }
  }
}

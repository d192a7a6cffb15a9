import { constants, copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addressOf } from "../content/address.ts";
import type { Built } from "./build.ts";
import { lock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { bytesOf, type Manifest, type Output, readManifest, writeManifest } from "./manifest.ts";
import { OutputStates } from "./output-states.ts";
import { isOfOthers } from "./outputs.ts";
import { publish, recover } from "./publish.ts";
import { realPathOf } from "./real-path.ts";
import { joinShards, readShards, type ShardFolder } from "./shards.ts";
import { inPlaceOf, removeStaging, stagingOf } from "./staging.ts";
import { asStorageError } from "./storage-error.ts";

/** What to join, and whom to tell how far it is. */
export interface MergeOptions {
  /** The folders of the shards, in any order. */
  folders: readonly string[];
  /** The output folder of the whole site. */
  out: string;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Joins the shards of a site and publishes it to `out`, byte for byte as a build of the whole site
 * would have. The folders of the shards stay as they are; where the disk allows it, their files get
 * a second name in `out` instead of being copied. What is in `out` as it should be is not touched.
 *
 * Throws a `ShardsError` where these folders are not all shards of one site, as they were built, a
 * `LockedError` where a build is at work on one of them or on `out`, a `ForeignFileError` where
 * others' files are in the way, a `StorageError` where the machine does not let it read or write.
 * Then `out` is as it was.
 */
export async function merge({ folders, out: named, onProgress }: MergeOptions): Promise<Built> {
  const unlocks: (() => void)[] = [];
  try {
    const out = realPathOf(named);
    const places = new Set([out, ...folders.map(realPathOf)]);
    for (const place of places) unlocks.push(await lock(place));
    recover(out);
    const shards = readShards(folders);
    return publishFrom(shards, joinShards(shards, onProgress), out);
  } catch (error) {
    throw asStorageError(error, named);
  } finally {
    for (const unlock of unlocks) unlock();
  }
}

function publishFrom(shards: readonly ShardFolder[], manifest: Manifest, out: string): Built {
  const staging = stagingOf(out);
  try {
    makeFolder(staging);
    stageInto(staging, shards, out);
    writeManifest(staging, { files: manifest });
    const published = publish({ staging, out, manifest });
    const files = Array.from(manifest);
    return {
      pages: files.filter(([path, output]) => path.endsWith(".html") && !isOfOthers(output)).length,
      assets: files.filter(isAsset).length,
      bytes: bytesOf({ files: manifest }),
      ...published,
    };
  } catch (error) {
    throw inPlaceOf(out, staging, asStorageError(error, out));
  } finally {
    removeStaging(staging);
  }
}

/** Is this an image or attachment as it is in the content folder, and none that was encoded anew? */
function isAsset([path, { source }]: readonly [string, Output]): boolean {
  return source !== undefined && !source.endsWith(".md") && addressOf(source) === `/${path}`;
}

/** Stages what is not in the output folder as it should be. */
function stageInto(staging: string, shards: readonly ShardFolder[], out: string): void {
  const old = readManifest(out);
  const states = new OutputStates(out, undefined);
  for (const { folder, files } of shards) {
    for (const [path, output] of files) {
      if (old.has(path) && states.isIntact(path, output)) continue;
      makeFolder(dirname(join(staging, path)));
      // No second name: what other programs write into the shard's folder is not to reach the site.
      copyFileSync(join(folder, path), join(staging, path), constants.COPYFILE_FICLONE);
    }
  }
}

import { statSync } from "node:fs";
import { join } from "node:path";
import { type Listing, type Manifest, type Output, readListing } from "./manifest.ts";
import { OutputStates } from "./output-states.ts";
import { isPlanned, siteFingerprint } from "./outputs.ts";
import type { Shard } from "./shard.ts";

/** A folder that holds a shard, and what it holds. */
export interface ShardFolder {
  readonly folder: string;
  readonly shard: Shard;
  readonly files: Manifest;
}

/** Why folders can't be joined to a site. Folders are named as they were given. */
export type ShardsFault =
  | { readonly kind: "noFolder" | "noShard" | "wholeSite"; readonly folder: string }
  | { readonly kind: "counts" | "sites"; readonly a: ShardFolder; readonly b: ShardFolder }
  | { readonly kind: "twice"; readonly index: number; readonly folders: readonly string[] }
  | { readonly kind: "missing"; readonly indexes: readonly number[]; readonly count: number }
  | { readonly kind: "fileTwice"; readonly file: string; readonly folders: readonly string[] }
  | { readonly kind: "altered" }
  | { readonly kind: "changed"; readonly file: string; readonly of: ShardFolder };

/** These folders are not all shards of one site, as they were built. */
export class ShardsError extends Error {
  readonly faults: readonly ShardsFault[];

  constructor(faults: readonly ShardsFault[]) {
    super(`these are not the shards of one site: ${faults.map(({ kind }) => kind).join(", ")}`);
    this.faults = faults;
  }
}

/**
 * Reads which shards folders hold. Throws a `ShardsError` where they are not exactly all shards of
 * one site, built by the same code.
 */
export function readShards(folders: readonly string[]): ShardFolder[] {
  const faults: ShardsFault[] = [];
  const shards = folders.flatMap((folder): ShardFolder[] => {
    const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const { files, shard }: Listing = readListing(folder);
    if (shard) return [{ folder, files, shard }];
    const kind = files.size > 0 ? "wholeSite" : "noShard";
    faults.push({ kind: isThere ? kind : "noFolder", folder });
    return [];
  });
  refuse(faults);
  refuse(misfits(shards, "counts", ({ count }) => count));
  refuse([...gapsOf(shards), ...misfits(shards, "sites", ({ site }) => site)]);
  return shards;
}

/** Of each state that differs from that of the first shard, one shard. */
function misfits(
  shards: readonly ShardFolder[],
  kind: "counts" | "sites",
  of: (shard: Shard) => unknown,
): ShardsFault[] {
  const firsts = new Map(shards.toReversed().map((one) => [of(one.shard), one]));
  const [a] = shards;
  return Array.from(firsts.values()).flatMap((b) => (a && a !== b ? [{ kind, a, b }] : []));
}

/** Shares that are missing, or are there more than once. */
function gapsOf(shards: readonly ShardFolder[]): ShardsFault[] {
  const count = shards[0]?.shard.count ?? 0;
  const found: string[][] = Array.from({ length: count }, () => []);
  for (const { folder, shard } of shards) found[shard.index - 1]?.push(folder);
  const missing = found.flatMap(({ length }, at) => (length === 0 ? [at + 1] : []));
  return [
    ...(missing.length > 0 ? [{ kind: "missing" as const, indexes: missing, count }] : []),
    ...found.flatMap((folders, at) =>
      folders.length > 1 ? [{ kind: "twice" as const, index: at + 1, folders }] : [],
    ),
  ];
}

/**
 * Joins what all shards of a site list to the manifest of the whole site, and compares every file
 * with it. Throws a `ShardsError` where a file is in two shards, or not as its manifest says, or
 * where a file of the site is in none.
 */
export function joinShards(
  shards: readonly ShardFolder[],
  onProgress?: (done: number, total: number) => void,
): Manifest {
  const owners = new Map<string, string>();
  const manifest = new Map<string, Output>();
  const twice: ShardsFault[] = [];
  for (const { folder, files } of shards) {
    for (const [file, output] of files) {
      const owner = owners.get(file);
      if (owner !== undefined) twice.push({ kind: "fileTwice", file, folders: [owner, folder] });
      owners.set(file, folder);
      manifest.set(file, output);
    }
  }
  refuse(twice);
  // What other templates make is planned by nobody, and not every file of a search index is.
  const planned = Array.from(manifest).filter(([, output]) => isPlanned(output));
  if (siteFingerprint(planned) !== shards[0]?.shard.site) refuse([{ kind: "altered" }]);
  refuse(changedFiles(shards, manifest.size, onProgress));
  return manifest;
}

function changedFiles(
  shards: readonly ShardFolder[],
  total: number,
  onProgress?: (done: number, total: number) => void,
): ShardsFault[] {
  const changed: ShardsFault[] = [];
  let done = 0;
  for (const of of shards) {
    const states = new OutputStates(of.folder, undefined);
    for (const [path, output] of of.files) {
      if (!states.isIntact(path, output)) {
        changed.push({ kind: "changed", file: join(of.folder, path), of });
      }
      onProgress?.(++done, total);
    }
  }
  return changed;
}

function refuse(faults: readonly ShardsFault[]): void {
  if (faults.length > 0) throw new ShardsError(faults);
}

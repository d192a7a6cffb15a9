import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../content/hash.ts";
import {
  filesIn,
  type Manifest,
  manifestName,
  type Output,
  outputOf,
  readManifest,
} from "./manifest.ts";
import { statsOf } from "./stats.ts";

/** The manifest of a site that is whole in a folder. */
export function manifestOf(folder: string): Manifest {
  const files = filesIn(folder).filter((file) => file !== manifestName);
  return new Map(files.map((file) => [file, outputOf(readFileSync(join(folder, file)))]));
}

/**
 * Removes from a folder with a whole new site each file that an earlier build has put into the
 * output folder as it is, and that is really so there.
 */
export function keepChanges(site: { staging: string; out: string; manifest: Manifest }): void {
  const old = readManifest(site.out);
  for (const [path, output] of site.manifest) {
    if (old.has(path) && isAt(join(site.out, path), output)) rmSync(join(site.staging, path));
  }
}

function isAt(path: string, { hash, size }: Output): boolean {
  const stats = statsOf(path);
  return stats?.isFile() === true && stats.size === size && hashOf(readFileSync(path)) === hash;
}

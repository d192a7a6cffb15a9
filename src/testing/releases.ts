import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  filesIn,
  type Manifest,
  manifestName,
  outputOf,
  readManifest,
  writeManifest,
} from "../build/manifest.ts";
import { OutputStates } from "../build/output-states.ts";
import { type Published, publish, type Release } from "../build/publish.ts";
import { stagingOf } from "../build/staging.ts";
import { temporaryFolder } from "./files.ts";

/** The text of each file, by its path. */
export type Files = Readonly<Record<string, string>>;

/** A path for an output folder, alone in a temporary one. */
export const newOut = () => join(temporaryFolder(), "dist");

/** What lies in the folder that an output folder lies in, with it. */
export const beside = (out: string) => readdirSync(dirname(out));

export const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

export function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The manifest of a site that is whole in a folder, with hashes for fingerprints. */
export function manifestOf(folder: string): Manifest {
  const files = filesIn(folder).filter((file) => file !== manifestName);
  return new Map(files.map((file) => [file, outputOf(readFileSync(join(folder, file)))]));
}

/** Stages a site as a build does: what is in the output folder as it should be is left out. */
export function stage(out: string, files: Files): Release {
  const staging = stagingOf(out);
  write(staging, files);
  const manifest = manifestOf(staging);
  const old = readManifest(out);
  const states = new OutputStates(out, undefined);
  for (const [path, output] of manifest) {
    if (old.has(path) && states.isIntact(path, output)) rmSync(join(staging, path));
  }
  writeManifest(staging, { files: manifest });
  return { staging, out, manifest };
}

/** Publishes a site as a build does. */
export function put(out: string, files: Files): Published {
  return publish(stage(out, files));
}

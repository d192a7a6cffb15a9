import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keepChanges, manifestOf } from "../build/changes.ts";
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

/** Stages a site as a build does. */
export function stage(out: string, files: Files): Release {
  const staging = stagingOf(out);
  write(staging, files);
  const manifest = manifestOf(staging);
  keepChanges({ staging, out, manifest });
  return { staging, out, manifest };
}

/** Publishes a site as a build does. */
export function put(out: string, files: Files): Published {
  return publish(stage(out, files));
}

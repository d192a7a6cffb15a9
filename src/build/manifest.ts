import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../content/hash.ts";

/** The name of the list of a site's files, in its output folder. */
export const manifestName = ".manifest.json";

/** What is known of a file that a build wrote. */
export interface Output {
  /** Stands for all that the file was made from: where it is the same, so is the file. */
  readonly fingerprint: string;
  /** The `hashOf` its bytes. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
  /** The file in the content folder that it was made from, if there is one. */
  readonly source?: string;
}

/** The files of a site, by their paths in the output folder, with forward slashes. */
export type Manifest = ReadonlyMap<string, Output>;

/** Changes with the form of the manifest. */
const version = 1;

/**
 * The files that a build wrote into an output folder. None where there is no manifest, or one that
 * is damaged or of another version: then no file is ours, and none will be touched.
 */
export function readManifest(out: string): Manifest {
  try {
    return parseManifest(readFileSync(join(out, manifestName), "utf8"));
  } catch {
    return new Map();
  }
}

/**
 * Writes the manifest of a site into a folder that is there: sorted, a file a line. Throws where
 * one of its paths is none of a file in the output folder.
 */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, manifestName), formatManifest(manifest));
}

function formatManifest(manifest: Manifest): string {
  const lines = [...manifest.keys()].sort().map((path) => {
    if (!isOutputPath(path)) throw new Error(`${JSON.stringify(path)} is no path of a site`);
    const { fingerprint, hash, size, source } = manifest.get(path) as Output;
    return `${JSON.stringify(path)}: ${JSON.stringify({ fingerprint, hash, size, source })}`;
  });
  return `{\n"version": ${version},\n"files": {\n${lines.join(",\n")}\n}\n}\n`;
}

function parseManifest(text: string): Manifest {
  const parsed = JSON.parse(text) as { version: number; files: Record<string, Output> };
  if (parsed.version !== version) throw new Error("a manifest of another version");
  const files = Object.entries(parsed.files);
  if (!files.every(([path, output]) => isOutputPath(path) && isOutput(output))) {
    throw new Error("a damaged manifest");
  }
  return new Map(files);
}

/** Does a path name a file in the output folder, and none of those that are there to publish? */
function isOutputPath(path: string): boolean {
  return (
    path !== manifestName &&
    !path.startsWith(".jinsui-") &&
    !/[\0\\]/.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

function isOutput({ fingerprint, hash, size, source }: Output): boolean {
  return (
    typeof fingerprint === "string" &&
    typeof hash === "string" &&
    typeof size === "number" &&
    (source === undefined || typeof source === "string")
  );
}

/** A file as a manifest lists it, with its hash in the place of a fingerprint. */
export function outputOf(bytes: Uint8Array): Output {
  const hash = hashOf(bytes);
  return { fingerprint: hash, hash, size: bytes.length };
}

/** Every file below a folder, with forward slashes, sorted; none where there is no folder. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length))
      .map((file) => file.replaceAll("\\", "/"))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

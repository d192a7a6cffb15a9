import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../content/hash.ts";
import { isShare, type Shard } from "./shard.ts";

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

/** What a build wrote into an output folder: the files of a site, or of a shard of one. */
export interface Listing {
  readonly files: Manifest;
  readonly shard?: Shard;
  /** The hash of the file that says so; absent where there is none, or none of ours. */
  readonly hash?: string;
}

/** Changes with the form of the manifest. */
const version = 1;

/**
 * What a build wrote into an output folder. No files where there is no manifest, or one that is
 * damaged or of another version: then no file is ours, and none will be touched. What was read
 * before is given again where the manifest is the same.
 */
export function readListing(out: string, before?: Listing): Listing {
  try {
    const bytes = readFileSync(join(out, manifestName));
    const hash = hashOf(bytes);
    return before?.hash === hash ? before : { ...parseManifest(bytes.toString()), hash };
  } catch {
    return { files: new Map() };
  }
}

/** The files of `readListing`. */
export function readManifest(out: string): Manifest {
  return readListing(out).files;
}

/**
 * Writes the manifest of a site, or of a shard of one, into a folder that is there: sorted, a file a
 * line. Throws where one of its paths is none of a file in the output folder.
 */
export function writeManifest(folder: string, manifest: Manifest, shard?: Shard): void {
  writeFileSync(join(folder, manifestName), formatManifest(manifest, shard));
}

function formatManifest(manifest: Manifest, shard: Shard | undefined): string {
  const lines = [...manifest.keys()].sort().map((path) => {
    if (!isOutputPath(path)) throw new Error(`${JSON.stringify(path)} is no path of a site`);
    const { fingerprint, hash, size, source } = manifest.get(path) as Output;
    return `${JSON.stringify(path)}: ${JSON.stringify({ fingerprint, hash, size, source })}`;
  });
  const head = [`"version": ${version}`, ...(shard ? [`"shard": ${formatShard(shard)}`] : [])];
  return `{\n${head.join(",\n")},\n"files": {\n${lines.join(",\n")}\n}\n}\n`;
}

function formatShard({ index, count, site }: Shard): string {
  return JSON.stringify({ index, count, site });
}

function parseManifest(text: string): Listing {
  const parsed = JSON.parse(text) as {
    version: number;
    shard?: Shard;
    files: Record<string, Output>;
  };
  if (parsed.version !== version) throw new Error("a manifest of another version");
  const { shard } = parsed;
  const files = Object.entries(parsed.files);
  const isWhole = files.every(([path, output]) => isOutputPath(path) && isOutput(output));
  if (!isWhole || (shard !== undefined && !(isShare(shard) && typeof shard.site === "string"))) {
    throw new Error("a damaged manifest");
  }
  return { files: new Map(files), ...(shard && { shard }) };
}

/** Does a path name a file in the output folder, and none of those that are there to publish? */
function isOutputPath(path: string): boolean {
  return (
    path !== manifestName &&
    !path.startsWith(".jinsui-") &&
    !/[\0\\]|(?:^|\/)\.{0,2}(?:\/|$)/.test(path)
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

/** The size of all files of a site. */
export function bytesOf(manifest: Manifest): number {
  let bytes = 0;
  for (const { size } of manifest.values()) bytes += size;
  return bytes;
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

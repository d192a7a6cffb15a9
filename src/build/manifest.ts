import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../content/decode.ts";
import { escapeJson } from "../content/escape-json.ts";
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
  readonly source?: string | undefined;
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
    return before?.hash === hash ? before : { ...parseManifest(textOf(bytes)), hash };
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

/** What stands before the lines of the files, and after them. */
const beforeFiles = '"files": {\n';
const afterFiles = "\n}\n}\n";

function formatManifest(manifest: Manifest, shard: Shard | undefined): string {
  const lines = [...manifest.keys()].sort().map((path) => {
    const output = manifest.get(path) as Output;
    return ListedOutput.lineOf(path, output) ?? formatOutput(path, output);
  });
  const head = [`"version": ${version}`, ...(shard ? [`"shard": ${formatShard(shard)}`] : [])];
  return `{\n${head.join(",\n")},\n${beforeFiles}${lines.join(",\n")}${afterFiles}`;
}

function formatOutput(path: string, { fingerprint, hash, size, source }: Output): string {
  if (!isOutputPath(path)) throw new Error(`${JSON.stringify(path)} is no path of a site`);
  return inAscii(`${JSON.stringify(path)}: ${JSON.stringify({ fingerprint, hash, size, source })}`);
}

/**
 * JSON with an escape for every character beyond ASCII: a text that has a byte for each takes half the
 * memory and no decoding, and large sites have long manifests.
 */
function inAscii(json: string): string {
  return escapeJson(json, /[^\0-\x7f]/g);
}

function formatShard({ index, count, site }: Shard): string {
  return JSON.stringify({ index, count, site });
}

/** Reads what `formatManifest` wrote, and nothing else: line by line, as a site has many files. */
function parseManifest(text: string): Listing {
  const start = text.indexOf(beforeFiles);
  const { version: written, shard } = JSON.parse(`${text.slice(0, start)}"files": {}}`) as {
    version: number;
    shard?: Shard;
  };
  if (written !== version) throw new Error("a manifest of another version");
  const isDamaged = shard !== undefined && !(isShare(shard) && typeof shard.site === "string");
  if (start === -1 || isDamaged || !text.endsWith(afterFiles)) {
    throw new Error("a damaged manifest");
  }
  const files = new Map<string, Output>();
  const end = text.length - afterFiles.length;
  for (let at = start + beforeFiles.length; at < end; ) {
    const lineEnd = text.indexOf("\n", at);
    // All lines but the last end with a comma.
    const output = new ListedOutput(text.slice(at, lineEnd === end ? end : lineEnd - 1));
    files.set(output.path, output);
    at = lineEnd + 1;
  }
  return { files, ...(shard && { shard }) };
}

/** What stands in a line before the fingerprint, the hash, the size and the source of a file. */
const beforeFingerprint = '": {"fingerprint":"';
const beforeHash = '","hash":"';
const beforeSize = '","size":';
const beforeSource = /,"source":(?=")/;

/** A file as a line of the manifest lists it: most are only compared, and written again as they are. */
class ListedOutput implements Output {
  readonly fingerprint: string;
  readonly hash: string;
  readonly size: number;
  readonly #path: string;
  readonly #line: string;

  /** Throws where the line is none of a manifest. */
  constructor(line: string) {
    const pathEnd = line.indexOf(beforeFingerprint);
    const fingerprint = pathEnd + beforeFingerprint.length;
    const fingerprintEnd = line.indexOf(beforeHash, fingerprint);
    const hash = fingerprintEnd + beforeHash.length;
    const hashEnd = line.indexOf(beforeSize, hash);
    const path = line.slice(1, pathEnd);
    this.#path = path.includes("\\") ? JSON.parse(`"${path}"`) : path;
    this.#line = line;
    this.fingerprint = line.slice(fingerprint, fingerprintEnd);
    this.hash = line.slice(hash, hashEnd);
    this.size = Number.parseInt(line.slice(hashEnd + beforeSize.length), 10);
    const isWhole = pathEnd > 0 && fingerprintEnd > 0 && hashEnd > 0 && this.size >= 0;
    const isClosed = line.startsWith('"') && line.endsWith("}");
    if (!isWhole || !isClosed || !isOutputPath(this.#path)) throw new Error("a damaged manifest");
  }

  /** The line of a file at this path, if it is one that was read. */
  static lineOf(path: string, output: Output): string | undefined {
    if (!(output instanceof ListedOutput)) return undefined;
    return output.#path === path ? output.#line : undefined;
  }

  get path(): string {
    return this.#path;
  }

  get source(): string | undefined {
    const [, source] = this.#line.split(beforeSource);
    return source === undefined ? undefined : JSON.parse(source.slice(0, -1));
  }
}

/** Does a path name a file in the output folder, and none of those that are there to publish? */
function isOutputPath(path: string): boolean {
  return (
    path !== manifestName &&
    !path.startsWith(".jinsui-") &&
    !/[\0\\]|(?:^|\/)\.{0,2}(?:\/|$)/.test(path)
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

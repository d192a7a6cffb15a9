import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSameState, stateOf } from "../cache/file-states.ts";
import { textOf } from "../content/decode.ts";
import { escapeJson } from "../content/escape-json.ts";
import { hashOf, hashOfFile } from "../content/hash.ts";
import { sectionOf } from "../site/addresses.ts";
import { isShare, type Shard } from "./shard.ts";
import { statsOf } from "./stats.ts";

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

/** Lines of a manifest of which no more is asked: the files of a section that are as they should be. */
export interface Folded {
  readonly lines: string;
  /** How many files these are, and their size. */
  readonly count: number;
  readonly bytes: number;
}

/** Where the lines of a section are in the text of a manifest, if nothing else is between them. */
export interface Place extends Omit<Folded, "lines"> {
  readonly start: number;
  readonly end: number;
}

/** What a build wrote into an output folder: the files of a site, or of a shard of one. */
export interface Listing {
  readonly files: Manifest;
  /** Other files, by their sections. */
  readonly folded: ReadonlyMap<string, Folded>;
  readonly shard?: Shard | undefined;
  /** The hash of the file that says so, and its state; absent where there is none, or none of ours. */
  readonly hash?: string;
  readonly state?: string;
}

/** Changes with the form of the manifest. */
const version = 1;

/** The manifest of an output folder as a file. */
export interface ManifestFile {
  readonly state: string;
  readonly hash: string;
}

/** Looks at the manifest of an output folder, if there is one. */
export function lookAtManifest(out: string): ManifestFile | undefined {
  const path = join(out, manifestName);
  const stats = statsOf(path);
  return stats?.isFile() ? { state: stateOf(stats), hash: hashOfFile(path) } : undefined;
}

/** How what is in a manifest is to be read. */
export interface Reading {
  /** What it was when somebody looked at it just now. */
  readonly seen?: ManifestFile | undefined;
  /** Where in the manifest that has this hash the sections are that need not be read. */
  readonly placesIn: (hash: string) => ReadonlyMap<string, Place>;
}

/**
 * What a build wrote into an output folder. No files where there is no manifest, or one that is
 * damaged or of another version: then no file is ours, and none will be touched.
 */
export function readListing(out: string, reading?: Reading): Listing {
  try {
    const path = join(out, manifestName);
    const state = stateOf(statSync(path));
    const bytes = readFileSync(path);
    const seen = reading?.seen;
    const hash = seen && isSameState(seen.state, state) ? seen.hash : hashOf(bytes);
    return { ...parseManifest(textOf(bytes), reading?.placesIn(hash)), hash, state };
  } catch {
    return { files: new Map(), folded: new Map() };
  }
}

/** The same with what is read again, where the manifest is still what it was read from. */
export function readAgain(out: string, listing: Listing): Listing {
  const stats = statSync(join(out, manifestName), { throwIfNoEntry: false });
  const isSame = stats !== undefined && isSameState(listing.state, stateOf(stats));
  return isSame ? listing : readListing(out);
}

/** The same, but with the files of a section, or of all. */
export function unfolded<T extends Pick<Listing, "files" | "folded">>(
  listing: T,
  ...sections: readonly string[]
): T {
  const files = new Map(listing.files);
  const folded = new Map(listing.folded);
  for (const section of sections.length > 0 ? sections : listing.folded.keys()) {
    const { lines = "" } = folded.get(section) ?? {};
    addFiles(lines, 0, lines.length, files);
    folded.delete(section);
  }
  return { ...listing, files, folded };
}

/** The files of `readListing`. */
export function readManifest(out: string): Manifest {
  return readListing(out).files;
}

/** What was written as a manifest: its hash, and where its sections are. */
export interface WrittenManifest {
  readonly hash: string;
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Writes the manifest of a site, or of a shard of one, into a folder that is there: sorted, a file a
 * line. Throws where one of its paths is none of a file in the output folder.
 */
export function writeManifest(
  folder: string,
  listing: Pick<Listing, "files" | "shard"> & Partial<Pick<Listing, "folded">>,
): WrittenManifest {
  const { text, places } = formatManifest({ folded: new Map(), ...listing });
  const bytes = Buffer.from(text, "latin1");
  writeFileSync(join(folder, manifestName), bytes);
  return { hash: hashOf(bytes), places };
}

/** What stands before the lines of the files, and after them. */
const beforeFiles = '"files": {\n';
const separator = ",\n";
const afterFiles = "\n}\n}\n";

function formatManifest(listing: Omit<Listing, "hash">): Omit<WrittenManifest, "hash"> & {
  text: string;
} {
  const { files, folded, shard } = listing;
  const sections = new Map(Array.from(folded, ([name, { lines }]) => [pathsIn(lines).first, name]));
  const keys = [...sections.keys(), ...files.keys()].sort();
  const head = [`"version": ${version}`, ...(shard ? [`"shard": ${formatShard(shard)}`] : [])];
  const start = `{\n${head.join(",\n")},\n${beforeFiles}`;
  const parts: string[] = [];
  const runs: Run[] = [];
  let at = start.length;
  for (const [index, key] of keys.entries()) {
    const section = sections.get(key) ?? sectionOf(key);
    const whole = sections.has(key) ? folded.get(section) : undefined;
    // Files of others may have come to be among those of a section.
    const next = keys[index + 1];
    if (whole && next !== undefined && next < pathsIn(whole.lines).last) {
      return formatManifest(unfolded(listing, section));
    }
    if (runs.at(-1)?.section !== section) {
      runs.push({ section, start: at, end: at, count: 0, bytes: 0 });
    }
    const run = runs.at(-1) as Run;
    const output = files.get(key) as Output;
    const lines = whole ? whole.lines : lineOf(key, output);
    run.count += whole ? whole.count : 1;
    run.bytes += whole ? whole.bytes : output.size;
    run.end = at + lines.length;
    parts.push(lines);
    at = run.end + separator.length;
  }
  return { text: start + parts.join(separator) + afterFiles, places: placesOf(runs) };
}

/** The first path and the last one of some lines. */
function pathsIn(lines: string): { first: string; last: string } {
  const firstEnd = lines.indexOf("\n");
  const first = new ListedOutput(firstEnd === -1 ? lines : lines.slice(0, firstEnd - 1)).path;
  return { first, last: new ListedOutput(lines.slice(lines.lastIndexOf("\n") + 1)).path };
}

/** Lines of one section, one after the other. */
interface Run extends Mutable<Place> {
  section: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The places of the sections that are in one place. */
function placesOf(runs: readonly Run[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const scattered = new Set<string>();
  for (const { section, ...place } of runs) {
    if (places.has(section)) scattered.add(section);
    places.set(section, place);
  }
  for (const section of scattered) places.delete(section);
  return places;
}

function lineOf(path: string, output: Output): string {
  return ListedOutput.lineOf(path, output) ?? formatOutput(path, output);
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

/**
 * Reads what `formatManifest` wrote, and nothing else: line by line, as a site has many files, and
 * without what is in these places.
 */
function parseManifest(
  text: string,
  places: ReadonlyMap<string, Place> = new Map(),
): Omit<Listing, "hash"> {
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
  const folded = new Map<string, Folded>();
  const end = text.length - afterFiles.length;
  let at = start + beforeFiles.length;
  for (const [section, { start, end, ...numbers }] of inOrder(places)) {
    addFiles(text, at, start - separator.length, files);
    folded.set(section, { lines: text.slice(start, end), ...numbers });
    at = end + separator.length;
  }
  addFiles(text, at, end, files);
  return { files, folded, ...(shard && { shard }) };
}

function inOrder(places: ReadonlyMap<string, Place>): [string, Place][] {
  return [...places].sort(([, a], [, b]) => a.start - b.start);
}

/** Reads the lines between two places of a text. */
function addFiles(text: string, start: number, end: number, files: Map<string, Output>): void {
  for (let at = start; at < end; ) {
    const lineEnd = text.indexOf("\n", at);
    const isLast = lineEnd === -1 || lineEnd >= end;
    // All lines but the last end with a comma.
    const output = new ListedOutput(text.slice(at, isLast ? end : lineEnd - 1));
    files.set(output.path, output);
    at = isLast ? end : lineEnd + 1;
  }
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
export function bytesOf({ files, folded }: Pick<Listing, "files"> & Partial<Listing>): number {
  let bytes = 0;
  for (const { size } of files.values()) bytes += size;
  for (const one of folded?.values() ?? []) bytes += one.bytes;
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

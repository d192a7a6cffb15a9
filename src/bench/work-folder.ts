import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { freemem, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type BenchArticle, makeArticles } from "./articles.ts";
import { projectFolder, type SiteGenerator } from "./generators/generator.ts";

/** Memory as a file system, on Linux. */
const memoryFolder = "/dev/shm";
/** Stands in a work folder, so that nothing is ever removed from another one. */
const marker = ".jinsui-bench";

/** What an article takes at most with one generator: text, page and caches, in bytes. */
const bytesPerArticle = 48 * 1024;

export interface WorkFolder {
  path: string;
  /** Removes it, if it was made for this run only. */
  remove(): void;
}

/** The work folder can't be used. */
export class WorkFolderError extends Error {
  readonly reason: "foreign" | "full";
  readonly folder: string;
  /** In bytes, where it is full. */
  readonly needed: number;
  readonly free: number;

  constructor(reason: "foreign" | "full", folder: string, needed = 0, free = 0) {
    super(`${folder}: ${reason}`);
    this.reason = reason;
    this.folder = folder;
    this.needed = needed;
    this.free = free;
  }
}

/**
 * A folder for `articles` articles with so many generators: the one that was named, or a new one,
 * in memory where that suffices, else among the temporary files. Throws a `WorkFolderError` where
 * there is no space, or the folder holds what no earlier run left.
 */
export function openWorkFolder(
  named: string | undefined,
  articles: number,
  generators: number,
): WorkFolder {
  const needed = articles * generators * bytesPerArticle;
  if (named === undefined) {
    const parent = [memoryFolder, tmpdir()].find((folder) => spaceIn(folder) > needed);
    if (!parent) throw new WorkFolderError("full", tmpdir(), needed, spaceIn(tmpdir()));
    const path = mkdtempSync(join(parent, "jinsui-bench-"));
    return { path, remove: () => rmSync(path, { recursive: true, maxRetries: 3 }) };
  }
  const path = resolve(named);
  mkdirSync(path, { recursive: true });
  const names = readdirSync(path);
  if (names.length > 0 && !names.includes(marker)) throw new WorkFolderError("foreign", named);
  if (spaceIn(path) < needed) throw new WorkFolderError("full", named, needed, spaceIn(path));
  writeFileSync(join(path, marker), "");
  return { path, remove: () => {} };
}

/** What may be written into a folder, in bytes; into memory no more than half of what is free. */
function spaceIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return folder.startsWith(memoryFolder) ? Math.min(free, freemem() / 2) : free;
}

/** Puts templates (again) into a generator's folder, without what an earlier site left there. */
export function layTemplates(folder: string, generator: SiteGenerator): void {
  mkdirSync(folder, { recursive: true });
  clear(folder, generator, []);
  const templates = join(projectFolder, "src/bench/generators");
  if (generator.templates) cpSync(join(templates, generator.id), folder, { recursive: true });
  if (generator.stylesheet) {
    cpSync(join(templates, "shared/site.css"), join(folder, generator.stylesheet));
  }
  for (const [path, text] of Object.entries(generator.files ?? {})) {
    writeWithFolder(join(folder, path), text);
  }
}

/** Writes the articles of a site into the folders of several generators. */
export function layArticles(
  folders: ReadonlyMap<SiteGenerator, string>,
  count: number,
  seed: number,
): void {
  for (const article of makeArticles(count, seed)) {
    for (const [generator, folder] of folders) layArticle(folder, generator, article);
  }
}

/** Writes an article, also over an older state of it. */
export function layArticle(folder: string, generator: SiteGenerator, article: BenchArticle): void {
  writeWithFolder(join(folder, generator.articlePath(article)), generator.articleText(article));
}

function writeWithFolder(file: string, text: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
}

/** Removes everything from a site's folder but `kept` entries, packages, and no cache in these. */
export function clear(folder: string, { caches }: SiteGenerator, kept: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    if (name === "node_modules" || name === "package-lock.json" || kept.includes(name)) continue;
    rmSync(join(folder, name), { recursive: true });
  }
  for (const cache of caches(folder))
    rmSync(resolve(folder, cache), { recursive: true, force: true });
}

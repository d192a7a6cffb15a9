import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesIn, foreignFiles, manifestPath } from "./manifest.ts";

/** The output folder holds a file that no build wrote where the site needs to put one. */
export class ForeignFileError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} was not written by a build`);
    this.file = file;
  }
}

/**
 * Puts a finished site, in a folder of its own beside `out`, in the place of the one that is there.
 * Files in `out` that no build wrote move along, unless the new site has one of the same name: then
 * this throws a `ForeignFileError`. Whenever it throws, `out` is as it was.
 *
 * Only whoever has the lock of `out` may publish or recover. What is in `out` at every moment: the
 * old site; nothing, between two renames; the new site, which others' files join one by one.
 */
export function publish(staging: string, out: string): void {
  const foreign = foreignFiles(out);
  const conflict = conflictOf(foreign, filesIn(staging));
  if (conflict !== undefined) throw new ForeignFileError(join(out, conflict));
  // Made here, since a folder that can't be made is then found out while the old site stands.
  for (const file of foreign) mkdirSync(dirname(join(staging, file)), { recursive: true });
  if (!existsSync(manifestPath(staging))) throw new Error(`${staging} holds no finished site`);
  const previous = previousOf(out);
  doAllOrNothing([
    ...(existsSync(out) ? [[out, previous] as const] : []),
    [staging, out],
    ...foreign.map((file) => [join(previous, file), join(out, file)] as const),
  ]);
  // The new site is whole. What is left of the old one may as well go at the next start.
  attempt(() => discard(previous, out));
}

/**
 * Completes or undoes a publication that was interrupted, and removes what builds left behind that
 * were killed. Afterwards the site that stood in the output folder is in it again, whole, or the
 * new one is, whole, with the files that no build wrote.
 *
 * Throws where that can't be done, and a `ForeignFileError` where somebody has put a file in the
 * place of one that is still to be moved.
 */
export function recover(out: string): void {
  for (const left of leftBehind(out)) attempt(() => discard(left, out));
  const previous = previousOf(out);
  if (!existsSync(previous)) return;
  if (existsSync(manifestPath(out))) {
    moveFiles(foreignFiles(previous), previous, out);
    discard(previous, out);
    return;
  }
  // The new site never came; if there is a folder now, it was made by others.
  moveFiles(filesIn(out), out, previous);
  rmSync(out, { recursive: true, force: true });
  renameSync(previous, out);
}

/** The first of others' files that stands in the way of a planned one, or of a folder for it. */
function conflictOf(foreign: readonly string[], files: readonly string[]): string | undefined {
  const planned = new Set(files);
  const folders = new Set(files.flatMap(foldersOf));
  return foreign.find(
    (file) =>
      planned.has(file) ||
      folders.has(file) ||
      foldersOf(file).some((folder) => planned.has(folder)),
  );
}

/** Renames one after the other; where one fails, takes back those before it. */
function doAllOrNothing(renames: readonly (readonly [from: string, to: string])[]): void {
  const done: (readonly [string, string])[] = [];
  try {
    for (const [from, to] of renames) {
      renameSync(from, to);
      done.push([from, to]);
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw error;
  }
}

function moveFiles(files: readonly string[], from: string, to: string): void {
  const taken = files.find((file) => lstatSync(join(to, file), { throwIfNoEntry: false }));
  if (taken !== undefined) throw new ForeignFileError(join(from, taken));
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    renameSync(join(from, file), join(to, file));
  }
}

/**
 * Removes a folder that is beside `out`. It changes its name first: of a folder half removed, its
 * manifest gone, it could not be told any more what it was.
 */
function discard(folder: string, out: string): void {
  const discarded = `${out}.jinsui-discarded-${unique()}`;
  renameSync(folder, discarded);
  attempt(() => rmSync(discarded, { recursive: true, force: true }));
}

/** Tidies up; the next build tries again if it fails now, as where a virus scanner reads a file. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Litter beside the site harms nobody, but a build that fails for it would.
  }
}

/** The folders beside `out` in which builds were at work that were killed. */
function leftBehind(out: string): string[] {
  const folder = dirname(out);
  const name = basename(out);
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((other) => other.startsWith(name))
    .filter((other) => /^\.jinsui-(?:staging|discarded)-[0-9a-f]+$/.test(other.slice(name.length)))
    .map((other) => join(folder, other));
}

/** The folders that a path lies in: `a/b/c` in `a` and `a/b`. */
function foldersOf(file: string): string[] {
  const parts = file.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** A new name beside the output folder, for the folder in which the next site is built. */
export function stagingOf(out: string): string {
  return `${out}.jinsui-staging-${unique()}`;
}

/** Removes what a build has left in its staging folder. */
export function removeStaging(staging: string): void {
  attempt(() => rmSync(staging, { recursive: true, force: true }));
}

/** Hexadecimal digits: in containers, process ids are the same again and again. */
function unique(): string {
  return randomBytes(4).toString("hex");
}

/** Where the old site waits while the new one takes its place. */
function previousOf(out: string): string {
  return `${out}.jinsui-previous`;
}

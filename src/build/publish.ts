import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesIn, foreignFiles } from "./manifest.ts";

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
 * this throws a `ForeignFileError`, and `out` is as it was.
 */
export function publish(staging: string, out: string): void {
  if (!existsSync(out)) {
    renameSync(staging, out);
    return;
  }
  const planned = new Set(filesIn(staging));
  const folders = new Set([...planned].flatMap(foldersOf));
  const conflict = foreignFiles(out).find(
    (file) =>
      planned.has(file) ||
      folders.has(file) ||
      foldersOf(file).some((folder) => planned.has(folder)),
  );
  if (conflict !== undefined) throw new ForeignFileError(join(out, conflict));
  renameSync(out, previousOf(out));
  renameSync(staging, out);
  finish(out);
}

/**
 * Completes or undoes a publication that was interrupted, and removes what builds left behind that
 * were killed: staging folders are named after their process. Whatever stood in the output folder
 * is in it again afterwards, or in the new site's folder.
 */
export function recover(out: string): void {
  for (const name of siblings(out)) {
    const pid = /^\.jinsui-staging-(\d+)$/.exec(name.slice(basename(out).length))?.[1];
    if (!name.startsWith(basename(out)) || !pid || isAlive(Number(pid))) continue;
    rmSync(join(dirname(out), name), { recursive: true, force: true });
  }
  if (!existsSync(previousOf(out))) return;
  if (existsSync(out)) finish(out);
  else renameSync(previousOf(out), out);
}

function finish(out: string): void {
  const previous = previousOf(out);
  for (const file of foreignFiles(previous)) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    renameSync(join(previous, file), join(out, file));
  }
  rmSync(previous, { recursive: true, force: true });
}

function siblings(out: string): string[] {
  return existsSync(dirname(out)) ? readdirSync(dirname(out)) : [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The folders that a path lies in: `a/b/c` in `a` and `a/b`. */
function foldersOf(file: string): string[] {
  const parts = file.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** Where the next site is built. */
export function stagingOf(out: string): string {
  return `${out}.jinsui-staging-${process.pid}`;
}

/** Where the old site waits while the new one takes its place. */
function previousOf(out: string): string {
  return `${out}.jinsui-previous`;
}

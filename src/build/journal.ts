import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ForeignFileError } from "./foreign-file-error.ts";
import { manifestName } from "./manifest.ts";
import { foldersOf, inOrder, type Plan } from "./plan.ts";
import { journalOf, keptName } from "./staging.ts";
import { statsOf } from "./stats.ts";
import { StorageError } from "./storage-error.ts";

/** A publication that has begun, and is to be ended whatever happens. */
export interface Publication {
  readonly staging: string;
  readonly out: string;
  readonly plan: Plan;
}

/**
 * Keeps all that the plan takes out of the output folder, in the staging folder, and writes the
 * journal: from here on the output folder may change. The journal and the new manifest have been
 * written to the disk by then; pages have not, which would take minutes for a large site.
 */
export function begin({ staging, out, plan }: Publication): void {
  const kept = join(staging, keptName);
  const leaving = [...plan.replaced, ...plan.cleared, ...plan.removed];
  const folders = new Set(leaving.map((path) => dirname(join(kept, path))));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  for (const path of plan.replaced) keep(join(out, path), join(kept, path));
  // Torn, it would make every file of the site one of others.
  sync(join(staging, manifestName));
  const draft = join(staging, ".jinsui-journal");
  writeFileSync(draft, JSON.stringify({ staging: basename(staging), plan }));
  sync(draft);
  renameSync(draft, journalOf(staging));
  syncFolder(dirname(staging));
}

/** The publication that a journal tells of. Throws a `StorageError` where it is damaged. */
export function readJournal(journal: string, out: string): Publication {
  const text = readFileSync(journal, "utf8");
  try {
    const { staging, plan } = JSON.parse(text) as { staging: string; plan: Plan };
    return { staging: join(dirname(journal), basename(staging)), out, plan };
  } catch (error) {
    throw new StorageError("broken", journal, { cause: error });
  }
}

/**
 * Changes the output folder. A step is one change of a name: a file is there as it was, or as it is
 * to be. The last one, of the manifest, makes the new site the one that is published.
 */
export function carryOut({ staging, out, plan }: Publication): void {
  const move = (path: string) => renameSync(join(staging, path), join(out, path));
  const takeAway = (path: string) => renameSync(join(out, path), join(staging, keptName, path));
  for (const path of plan.cleared) takeAway(path);
  for (const folder of plan.made) mkdirSync(join(out, folder));
  for (const path of inOrder([...plan.added, ...plan.replaced])) {
    if (path !== manifestName) move(path);
  }
  // Lists lead to stale pages as long as they are not replaced.
  for (const path of plan.removed) takeAway(path);
  move(manifestName);
}

/** Has all of a publication been carried out? */
export function isCarriedOut({ staging }: Publication): boolean {
  return existsSync(staging) && !existsSync(join(staging, manifestName));
}

/** Removes folders that a publication has emptied, and the journal. May be done again and again. */
export function finish({ staging, out, plan }: Publication): void {
  const folders = new Set([...plan.cleared, ...plan.removed].flatMap(foldersOf));
  const links = linksOf(out, folders);
  const emptied = [...folders].filter((folder) => !foldersOf(folder).some((on) => links.has(on)));
  // Sorted, a folder comes before those in it.
  for (const folder of emptied.sort().reverse()) removeIfEmpty(join(out, folder));
  syncFolder(out);
  endJournal(staging);
}

/**
 * Takes back what has been carried out of a publication, however much it is, and removes the
 * journal. May be interrupted, and done again.
 *
 * Throws a `ForeignFileError` where somebody has put something in the place of a file that is still
 * to be moved back, or a link in that of a folder; then, as wherever this throws, the journal stays.
 */
export function undo({ staging, out, plan }: Publication): void {
  const kept = join(staging, keptName);
  const cleared = new Set(plan.cleared);
  const touched = [...plan.added, ...plan.replaced, ...plan.cleared, ...plan.removed];
  for (const link of linksOf(out, touched.flatMap(foldersOf))) {
    if (!cleared.has(link)) throw new ForeignFileError(join(out, link));
  }
  const isFolder = (path: string) => statsOf(join(out, path))?.isDirectory() ?? false;
  const isMoved = (path: string) => !existsSync(join(staging, path));
  // Where what was cleared away for a file still stands, or again, the file is not there.
  const isIn = (path: string) =>
    !isFolder(path) && foldersOf(path).every((on) => !cleared.has(on) || isFolder(on));
  const added = plan.added.filter((path) => isMoved(path) && isIn(path));
  for (const path of added) removeFile(join(out, path));
  for (const folder of plan.made.toReversed()) removeIfEmpty(join(out, folder));
  for (const path of [...plan.cleared, ...plan.removed]) {
    if (!statsOf(join(kept, path))) continue;
    if (statsOf(join(out, path))) throw new ForeignFileError(join(out, path));
    moveBack(join(kept, path), join(out, path));
  }
  for (const path of plan.replaced.filter(isMoved)) {
    if (statsOf(join(kept, path))) moveBack(join(kept, path), join(out, path));
  }
  syncFolder(out);
  endJournal(staging);
}

/** Keeps a file under a second name, or a copy where the disk has no second names. */
function keep(from: string, to: string): void {
  const stats = lstatSync(from);
  // Some systems would give a second name to what a link leads to.
  if (stats.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    utimesSync(to, stats.atime, stats.mtime);
    sync(to);
  }
}

/** Which of these paths are links. */
function linksOf(out: string, paths: Iterable<string>): Set<string> {
  const links = [...new Set(paths)].filter((path) => statsOf(join(out, path))?.isSymbolicLink());
  return new Set(links);
}

function moveBack(from: string, to: string): void {
  // Somebody may have removed the folder since.
  if (!existsSync(dirname(to))) mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function endJournal(staging: string): void {
  removeFile(journalOf(staging));
  syncFolder(dirname(staging));
}

function removeFile(path: string): void {
  ignoring(["ENOENT", "ENOTDIR"], () => unlinkSync(path));
}

function removeIfEmpty(folder: string): void {
  ignoring(["ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST"], () => rmdirSync(folder));
}

function ignoring(codes: readonly string[], action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Has a file written to the disk. */
function sync(file: string): void {
  // Windows wants the right to write for it, which Linux does not, and a copy may not give.
  const descriptor = openSync(file, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Has the names in a folder written to the disk, where the system knows how. */
function syncFolder(folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
  } catch {
    // Windows opens no folders, and some file systems of networks sync none.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { StorageError } from "./storage-error.ts";

/** Where, in a staging folder, what leaves the output folder is kept until the end. */
export const keptName = ".jinsui-kept";

/**
 * A new path for the folder in which the next site is built: beside the output folder, or, where
 * that is a disk of its own, in it, since files can be moved within one disk only.
 */
export function stagingOf(out: string): string {
  const [beside, inside] = prefixesOf(out);
  return `${isMountPoint(out) ? inside : beside}staging-${unique()}`;
}

/** Removes what a build has left in its staging folder, unless a journal still speaks of it. */
export function removeStaging(staging: string): void {
  if (existsSync(journalOf(staging))) return;
  try {
    rmSync(staging, { recursive: true, force: true });
  } catch {
    // Litter harms nobody, and the next build tries again; but a build that fails for it would.
  }
}

/** Where the journal of a publication is, which `recover` looks for. */
export function journalOf(staging: string): string {
  return staging.replace(/staging-[^/\\]*$/, "journal");
}

/** The paths at which there may be a journal of the output folder. */
export function journalsOf(out: string): string[] {
  return prefixesOf(out).map((prefix) => `${prefix}journal`);
}

/** Is a publication begun and not ended, so that there may be files of two sites in `out`? */
export function isUnfinished(out: string): boolean {
  return journalsOf(out).some((journal) => existsSync(journal));
}

/** The staging folders of builds that were killed. */
export function stagingsOf(out: string): string[] {
  return prefixesOf(out).flatMap((prefix) => {
    const start = `${basename(prefix)}staging-`;
    return namesIn(dirname(prefix))
      .filter((name) => name.startsWith(start) && /^[0-9a-f]+$/.test(name.slice(start.length)))
      .map((name) => join(dirname(prefix), name));
  });
}

/** Has a build left anything behind that is to be undone or removed before another begins? */
export function isLeftBehind(out: string): boolean {
  return isUnfinished(out) || stagingsOf(out).length > 0;
}

/** Names a file as it would be called in the output folder: nobody knows of the staging folder. */
export function inPlaceOf(out: string, staging: string, error: unknown): unknown {
  if (!(error instanceof StorageError)) return error;
  const path = resolve(error.path);
  if (path === journalOf(staging)) return new StorageError(error.failure, out, { cause: error });
  if (!path.startsWith(staging)) return error;
  const inside = path.slice(staging.length).replaceAll("\\", "/");
  // What is kept has the name of what it was; what else is there is of no file.
  const file = inside.replace(`/${keptName}`, "").replace(/^\/\.jinsui-.*/, "");
  return new StorageError(error.failure, `${out}${file}`, { cause: error });
}

function prefixesOf(out: string): [beside: string, inside: string] {
  return [`${out}.jinsui-`, join(out, ".jinsui-")];
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function isMountPoint(out: string): boolean {
  const stats = statSync(out, { throwIfNoEntry: false });
  if (!stats) return false;
  if (stats.dev !== statSync(dirname(out)).dev) return true;
  // Two mounts of one disk look alike. Linux says whether they are two before it looks for a file,
  // and this one does not exist.
  const nothing = `.jinsui-${unique()}`;
  try {
    renameSync(join(dirname(out), nothing), join(out, nothing));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EXDEV";
  }
  return false;
}

/** Hexadecimal digits: in containers, process ids are the same again and again. */
function unique(): string {
  return randomBytes(4).toString("hex");
}

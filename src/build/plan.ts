import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { ForeignFileError } from "./foreign-file-error.ts";
import { type Manifest, manifestName } from "./manifest.ts";
import { statsOf } from "./stats.ts";

/** What is to be done to an output folder; paths in it, with forward slashes. */
export interface Plan {
  /** Our stale files, and folders of nothing else, that stand where something else is to be. */
  readonly cleared: readonly string[];
  /** Folders that are not there yet, each after the one that it lies in. */
  readonly made: readonly string[];
  /** Files to move in where there are none, with the manifest where there is none. */
  readonly added: readonly string[];
  /** Files to move in where there are files of ours. */
  readonly replaced: readonly string[];
  /** Our other stale files. */
  readonly removed: readonly string[];
}

/** A new site, and what is to become of an output folder that is there. */
export interface Change {
  readonly out: string;
  /** What the output folder's manifest lists. */
  readonly old: Manifest;
  /** Did a build write the manifest that is there? */
  readonly isOurs: boolean;
  /** What the new site's lists. */
  readonly manifest: Manifest;
  /** The new and changed files. */
  readonly incoming: readonly string[];
}

/**
 * Plans how new and changed files get into an output folder, and stale ones out of it. Looks at
 * nothing but these files, and the folders that they lie in.
 *
 * Throws a `ForeignFileError` where others' files are in the way, or where a folder on the way is a
 * link: behind it is no part of the output folder.
 */
export function planChange({ out, old, isOurs, manifest, incoming }: Change): Plan {
  const stale = new Set([...old.keys()].filter((path) => !manifest.has(path)));
  const staleFolders = new Set([...stale].flatMap(foldersOf));
  const cleared = new Set<string>();
  const made = new Set<string>();
  const added: string[] = [];
  const replaced: string[] = [];
  const look = remembering((path: string) => stateOf(out, path));

  /** Is a folder there? Plans to make it where it isn't. */
  const enter = remembering((folder: string): boolean => {
    const state = enters(folder, enter) ? look(folder) : "nothing";
    if (state === "folder") return true;
    if (state !== "nothing") {
      if (!stale.has(folder)) throw new ForeignFileError(join(out, folder));
      cleared.add(folder);
    }
    made.add(folder);
    return false;
  });

  /** Is a folder there, to remove a file from? */
  const reach = remembering((folder: string): boolean => {
    const state = enters(folder, reach) ? look(folder) : "nothing";
    if (state === "link" && !stale.has(folder)) throw new ForeignFileError(join(out, folder));
    return state === "folder";
  });

  for (const path of incoming) {
    const state = enters(path, enter) ? stateOf(out, path) : "nothing";
    if (state === "nothing") added.push(path);
    else if (state === "folder") {
      const stranger = strangerIn(out, path, stale, staleFolders);
      if (stranger !== undefined) throw new ForeignFileError(join(out, stranger));
      cleared.add(path);
      added.push(path);
    } else if (old.has(path)) replaced.push(path);
    else throw new ForeignFileError(join(out, path));
  }

  const manifestState = look(manifestName);
  if (manifestState === "nothing") added.push(manifestName);
  else if (manifestState !== "folder" && isOurs) replaced.push(manifestName);
  else throw new ForeignFileError(join(out, manifestName));

  const removed = [...stale].filter((path) => {
    if (cleared.has(path) || foldersOf(path).some((folder) => cleared.has(folder))) return false;
    const state = enters(path, reach) ? stateOf(out, path) : "nothing";
    return state === "file" || state === "link";
  });
  return { cleared: [...cleared], made: [...made], added, replaced, removed };
}

/** The folders that a path lies in, from the top down: `a/b/c` in `a` and `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}

/**
 * In which order files are moved in, so that what is there at each moment leads to nothing that is
 * missing: assets before the pages that use them, articles before the lists that name them, the
 * home page last, and the manifest after all.
 */
export function inOrder(paths: readonly string[]): string[] {
  const rank = (path: string) => {
    if (path === manifestName) return Number.POSITIVE_INFINITY;
    if (!/\.(?:html|xml|json|txt)$/.test(path)) return Number.NEGATIVE_INFINITY;
    return (path.endsWith("index.html") ? 0.5 : 0) - foldersOf(path).length;
  };
  const ranked = paths.map((path) => ({ path, rank: rank(path) }));
  ranked.sort((a, b) => Math.sign(a.rank - b.rank) || (a.path < b.path ? -1 : 1));
  return ranked.map(({ path }) => path);
}

type State = "nothing" | "folder" | "link" | "file";

function stateOf(out: string, path: string): State {
  const stats = statsOf(join(out, path));
  if (!stats) return "nothing";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "file";
}

/** Is the folder there that a path lies in? The output folder itself is. */
function enters(path: string, isThere: (folder: string) => boolean): boolean {
  const folder = posix.dirname(path);
  return folder === "." || isThere(folder);
}

/** The first in a folder that is neither a stale file of ours nor a folder for such. */
function strangerIn(
  out: string,
  folder: string,
  stale: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): string | undefined {
  if (!folders.has(folder)) return folder;
  const entries = readdirSync(join(out, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(join(out, "/").length);
    const name = path.replaceAll("\\", "/");
    if (!(entry.isDirectory() ? folders : stale).has(name)) return name;
  }
  return undefined;
}

function remembering<T>(find: (path: string) => T): (path: string) => T {
  const found = new Map<string, T>();
  return (path) => {
    if (!found.has(path)) found.set(path, find(path));
    return found.get(path) as T;
  };
}

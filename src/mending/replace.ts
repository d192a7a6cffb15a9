import { randomBytes } from "node:crypto";
import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { maxFileBytes } from "../content/decode.ts";

/** A regular file of a content folder, as it was when it was read. */
export interface Original {
  /** Its path in the content folder. */
  file: string;
  path: string;
  bytes: Buffer;
  /** The folders on the way to it, from the content folder down. */
  folders: readonly string[];
  /** What tells these folders and the file from any others, and the file from itself once changed. */
  identity: string;
  status: Stats;
}

/** A file whose new content is written, beside it, but not yet in its place. */
export interface Staged {
  original: Original;
  temporary: string;
}

/**
 * Reads a file of a content folder; `file` is its path in there. Gives nothing where it is no longer
 * what the walk over the folder found, a regular file that no link below the folder leads to, and
 * where it is larger than any file that is read. Throws what else the system says.
 */
export function readOriginal(folder: string, file: string): Original | undefined {
  const path = join(folder, file);
  const names = file.split("/").slice(0, -1);
  const folders = [folder, ...names.map((_, at) => join(folder, ...names.slice(0, at + 1)))];
  let handle: number | undefined;
  try {
    const identity = identityOf(path, folders);
    if (identity === undefined) return undefined;
    // Windows has neither flag: there, and for what happens meanwhile, the second look tells.
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    handle = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const status = fstatSync(handle);
    if (status.size > maxFileBytes) return undefined;
    const bytes = readFileSync(handle);
    const now = identityOf(path, folders, fstatSync(handle, { bigint: true }));
    return now === identity ? { file, path, bytes, folders, identity, status } : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * Writes what is to replace a file beside it, with the file's mode and, where the system allows it,
 * its owner. Nothing that exists is opened, and no link followed. Gives nothing where the file is no
 * longer as it was read; leaves nothing behind where it throws, with the file's name for that of the
 * temporary one.
 */
export function stage(original: Original, bytes: Uint8Array): Staged | undefined {
  const { path, status } = original;
  if (!isUnchanged(original)) return undefined;
  // The walk over the content folder passes such a name by, should the process be killed meanwhile.
  const temporary = join(dirname(path), `~$${randomBytes(16).toString("hex")}`);
  return telling(path, () => {
    const handle = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(handle, bytes);
      keepOwner(handle, status);
      fchmodSync(handle, status.mode & 0o7777);
      // Else the file could be there without its content when the power fails.
      fsyncSync(handle);
    } catch (error) {
      discard({ temporary });
      throw error;
    } finally {
      closeSync(handle);
    }
    return { original, temporary };
  });
}

/**
 * Moves the new content to its place, whole, and tells whether it did: a file that is not as it was
 * when it was read, or to which another way leads now, stays. Under another name (a hard link) the
 * old content stays as well.
 */
export function replace({ original, temporary }: Staged): boolean {
  if (!isUnchanged(original)) return false;
  // Should a folder be exchanged in this moment, there is no file of this name in the new one.
  telling(original.path, () => renameSync(temporary, original.path));
  return true;
}

/** Removes new content that did not come to its place. */
export function discard({ temporary }: Pick<Staged, "temporary">): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // What kept it from being moved keeps it from being removed too, and is what is to be told.
  }
}

function isUnchanged({ path, folders, identity }: Original): boolean {
  try {
    return identityOf(path, folders) === identity;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** The identity of a regular file and its folders; `opened` is the file itself where it is open. */
function identityOf(
  path: string,
  [top = "", ...folders]: readonly string[],
  opened?: BigIntStats,
): string | undefined {
  const bigint = { bigint: true } as const;
  // The content folder itself may be a link: whoever runs the command has named it.
  const all = [statSync(top, bigint), ...folders.map((folder) => lstatSync(folder, bigint))];
  const file = lstatSync(path, bigint);
  if (!all.every((it) => it.isDirectory()) || !file.isFile()) return undefined;
  const { size, mtimeNs } = opened ?? file;
  const same = [...all, file, opened ?? file].map(({ dev, ino }) => `${dev}:${ino}`);
  return [...same, size, mtimeNs].join(" ");
}

function isGone(error: unknown): boolean {
  return /^(?:ENOENT|ELOOP|ENOTDIR|ENXIO)$/.test((error as NodeJS.ErrnoException).code ?? "");
}

/** Who is no superuser can give no file away: the new one is then theirs, as any that they save. */
function keepOwner(handle: number, { uid, gid }: Stats): void {
  const own = fstatSync(handle);
  if (own.uid === uid && own.gid === gid) return;
  try {
    fchownSync(handle, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}

/** Does something, and puts the name of the file into whatever the system says against it. */
function telling<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw Object.assign(error as Error, { path, dest: undefined });
  }
}

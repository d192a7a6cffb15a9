import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * The path without any symbolic link in it, also where nothing is there yet: whatever way leads to
 * a folder, its name is the same. Throws where a folder on the way may not be looked into.
 */
export function realPathOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" || dirname(whole) === whole) throw error;
  }
  // A link whose folder is still to be made names that folder.
  if (lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink()) {
    return realPathOf(resolve(dirname(whole), readlinkSync(whole)));
  }
  return join(realPathOf(dirname(whole)), basename(whole));
}

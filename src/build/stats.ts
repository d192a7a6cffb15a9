import { lstatSync, type Stats } from "node:fs";

/** What is at a path itself, be it a link; nothing also where the path leads through a file. */
export function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StorageError } from "./storage-error.ts";

/**
 * Makes a folder and those above it, where they are missing. Node's own recursive `mkdir` never
 * ends where the system answers that a folder's parent, which is there, is missing: in /proc.
 */
export function makeFolder(path: string): void {
  if (!existsSync(path)) {
    if (dirname(path) !== path) makeFolder(dirname(path));
    mkdirSync(path);
  } else if (!statSync(path).isDirectory()) {
    throw new StorageError("notFolder", path);
  }
}

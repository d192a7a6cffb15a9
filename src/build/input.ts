import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder where Eleventy looks for templates of its own; never the content folder. */
export const inputFolder = fileURLToPath(new URL("../../layouts", import.meta.url));

/** A path as Eleventy wants it: from the working folder. */
export function fromHere(path: string): string {
  return relative(process.cwd(), path) || ".";
}

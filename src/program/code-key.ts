import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "../content/hash.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** Where the code lies that a site is made with. */
const parts = ["src", "layouts", ".eleventy.ts", "package-lock.json"];
const ofTests = /\.test\.tsx?$|^src[\\/](?:testing|bench)[\\/]/;

/** The hash of all that, found when the code was compiled, as it is anew when any of it changes. */
declare const compiledCodeHash: string | undefined;

/**
 * Stands for everything but the content that the files of a site depend on: our code with its
 * layouts, the packages that it uses and the version of Node.
 */
export function codeKey(): string {
  const hash = typeof compiledCodeHash === "undefined" ? codeHash() : compiledCodeHash;
  const [major] = process.versions.node.split(".");
  return hashOf(`${major} ${hash}`);
}

/** The hash of our code, its layouts and the list of packages, as they lie on disk. */
export function codeHash(): string {
  const files = parts.flatMap((part) => filesOf(join(project, part)));
  const hashes = files
    .map((file) => relative(project, file))
    .filter((name) => !ofTests.test(name))
    .sort()
    .map((name) => `${name} ${hashOf(readFileSync(join(project, name)))}`);
  return hashOf(hashes.join("\n"));
}

function filesOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

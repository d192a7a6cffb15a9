import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSameState, sizeIn, stateOf } from "../cache/cache.ts";
import { hashOf, hashOfFile } from "../content/hash.ts";
import type { Manifest, Output } from "./manifest.ts";
import { statsOf } from "./stats.ts";

/** Where a cache remembers the files of an output folder. */
export function statesFile(cache: string, out: string): string {
  return join(cache, `${hashOf(out)}-states.json`);
}

/** What a look at an output folder has found, by paths in it. */
export interface Look {
  /** Files that are not as they were left. */
  readonly changed: readonly string[];
  /** Files that were too new when they were left for that to be told from their states. */
  readonly unsure: readonly string[];
}

/** Looks at all files that were remembered. Gives nothing where none were. */
export function lookAt(out: string, file: string): Look | undefined {
  const known = Object.entries(readStates(file));
  // On a full disk they may be lost while the rest is kept: they tell nothing then.
  if (known.length === 0) return undefined;
  const changed: string[] = [];
  const unsure: string[] = [];
  for (const [path, state] of known) {
    const stats = statsOf(join(out, path));
    if (state === "" && stats?.isFile()) unsure.push(path);
    else if (!stats?.isFile() || stateOf(stats) !== state) changed.push(path);
  }
  return { changed, unsure };
}

/**
 * Knows which files of an output folder are as a build has left them, without reading those that
 * have not been written since. What it knows lies in a file; without one it reads all of them.
 */
export class OutputStates {
  readonly #out: string;
  readonly #file: string | undefined;
  readonly #known: Record<string, string>;
  readonly #unlike: ReadonlySet<string> | undefined;
  readonly #found = new Map<string, string>();

  /** `look` is what a look at these files has found just now, if one was taken. */
  constructor(out: string, file: string | undefined, look?: Look) {
    this.#out = out;
    this.#file = file;
    this.#known = file === undefined ? {} : readStates(file);
    this.#unlike = look && new Set([...look.changed, ...look.unsure]);
  }

  /** Is a file as the manifest has it? */
  isIntact(path: string, { hash, size }: Output): boolean {
    const known = this.#known[path];
    if (known !== undefined && this.#unlike && !this.#unlike.has(path)) {
      if (sizeIn(known) !== size) return false;
      this.#found.set(path, known);
      return true;
    }
    const whole = join(this.#out, path);
    const stats = statsOf(whole);
    if (!stats?.isFile() || stats.size !== size) return false;
    const state = stateOf(stats);
    const intact = isSameState(known, state) || hashOfFile(whole) === hash;
    if (intact) this.#found.set(path, state);
    return intact;
  }

  /** Remembers the files of a site, of which these have just been written; the others were looked at. */
  save(manifest: Manifest, written: ReadonlySet<string>): void {
    if (this.#file === undefined) return;
    const states: Record<string, string> = {};
    for (const path of manifest.keys()) {
      const stats = written.has(path) ? statsOf(join(this.#out, path)) : undefined;
      states[path] = stats ? stateOf(stats) : (this.#found.get(path) ?? "");
    }
    try {
      writeFileSync(this.#file, JSON.stringify(states));
    } catch {
      // The next build will have to read them all.
    }
  }
}

/** What was remembered last. */
function readStates(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) ?? {};
  } catch {
    // None yet, or half written: then nothing is known.
    return {};
  }
}

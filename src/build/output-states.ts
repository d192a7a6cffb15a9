import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSameState, stateOf } from "../cache/cache.ts";
import { hashOf, hashOfFile } from "../content/hash.ts";
import type { Manifest, Output } from "./manifest.ts";
import { statsOf } from "./stats.ts";

/** Where a cache remembers the files of an output folder. */
export function statesFile(cache: string, out: string): string {
  return join(cache, `${hashOf(out)}-states.json`);
}

/**
 * Knows which files of an output folder are as a build has left them, without reading those that
 * have not been written since. What it knows lies in a file; without one it reads all of them.
 */
export class OutputStates {
  readonly #out: string;
  readonly #file: string | undefined;
  readonly #known: Record<string, string>;
  readonly #found = new Map<string, string>();

  constructor(out: string, file: string | undefined) {
    this.#out = out;
    this.#file = file;
    this.#known = file === undefined ? {} : readStates(file);
  }

  /** Is a file as the manifest has it? */
  isIntact(path: string, { hash, size }: Output): boolean {
    const whole = join(this.#out, path);
    const stats = statsOf(whole);
    if (!stats?.isFile() || stats.size !== size) return false;
    const state = stateOf(stats);
    const intact = isSameState(this.#known[path], state) || hashOfFile(whole) === hash;
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
export function readStates(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) ?? {};
  } catch {
    // None yet, or half written: then nothing is known.
    return {};
  }
}

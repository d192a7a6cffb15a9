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

/** The files of an output folder, sorted, and the state of each; empty where it is not known. */
interface States {
  readonly paths: readonly string[];
  readonly states: readonly string[];
}

const nothing: States = { paths: [], states: [] };

/** What a look at an output folder has found, by paths in it. */
export interface Look {
  /** Files that are not as they were left. */
  readonly changed: readonly string[];
  /** Files that were too new when they were left for that to be told from their states. */
  readonly unsure: readonly string[];
}

/** Looks at all files that were remembered. Gives nothing where none were. */
export function lookAt(out: string, file: string): Look | undefined {
  const { paths, states } = readStates(file);
  // On a full disk they may be lost while the rest is kept: they tell nothing then.
  if (paths.length === 0) return undefined;
  const changed: string[] = [];
  const unsure: string[] = [];
  for (const [at, path] of paths.entries()) {
    const state = states[at];
    const stats = statsOf(`${out}/${path}`);
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
  readonly #known: States;
  /** Where what is asked for next most likely is: mostly it is all of them, one after the other. */
  #next = 0;
  readonly #unlike: ReadonlySet<string> | undefined;
  /** The states of files that are not the known ones. */
  readonly #found = new Map<string, string>();

  /** `look` is what a look at these files has found just now, if one was taken. */
  constructor(out: string, file: string | undefined, look?: Look) {
    this.#out = out;
    this.#file = file;
    this.#known = file === undefined ? nothing : readStates(file);
    this.#unlike = look && new Set([...look.changed, ...look.unsure]);
  }

  /** Is a file as the manifest has it? */
  isIntact(path: string, { hash, size }: Output): boolean {
    const known = this.#knownOf(path);
    if (known !== undefined && this.#unlike && !this.#unlike.has(path)) return true;
    // Not joined: among so many paths without a dot in them that would take as long as the look.
    const whole = `${this.#out}/${path}`;
    const stats = statsOf(whole);
    if (!stats?.isFile() || stats.size !== size) return false;
    const state = stateOf(stats);
    if (isSameState(known, state)) return true;
    const intact = hashOfFile(whole) === hash;
    if (intact) this.#found.set(path, state);
    return intact;
  }

  /** Remembers the files of a site, of which these have just been written; the others were looked at. */
  save(manifest: Manifest, written: ReadonlySet<string>): void {
    if (this.#file === undefined) return;
    const paths = [...manifest.keys()].sort();
    const states = paths.map((path) => {
      const stats = written.has(path) ? statsOf(join(this.#out, path)) : undefined;
      return stats ? stateOf(stats) : (this.#found.get(path) ?? this.#knownOf(path) ?? "");
    });
    try {
      writeFileSync(this.#file, JSON.stringify({ paths, states } satisfies States));
    } catch {
      // The next build will have to read them all.
    }
  }

  #knownOf(path: string): string | undefined {
    const { paths, states } = this.#known;
    const next = paths[this.#next] === path ? this.#next : placeIn(paths, path);
    if (next === undefined) return undefined;
    this.#next = next + 1;
    return states[next];
  }
}

/** The place of a text in a sorted list, if it is in it. */
function placeIn(sorted: readonly string[], text: string): number | undefined {
  let [start, end] = [0, sorted.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if ((sorted[middle] as string) < text) start = middle + 1;
    else end = middle;
  }
  return sorted[start] === text ? start : undefined;
}

/** What was remembered last; nothing where that is half written, or of another version. */
function readStates(file: string): States {
  try {
    const known = JSON.parse(readFileSync(file, "utf8")) as States;
    return known.paths.length === known.states.length ? known : nothing;
  } catch {
    return nothing;
  }
}

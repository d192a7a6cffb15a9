import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { folderOf } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import { placeIn } from "../content/sorted.ts";

/**
 * How long ago a file must have been written, in milliseconds, so that its times tell of any change
 * since: most file systems keep them to some milliseconds, but FAT to two seconds.
 */
const fineClock = 50;
const coarseClock = 2000;

/**
 * What a file is known by: it changes whenever the file is written, or replaced by another. Empty
 * where the file is so new that it could be written again unnoticed; only this asks the clock.
 */
export function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  const clock = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0 ? coarseClock : fineClock;
  if (Math.max(mtimeMs, ctimeMs) + clock >= Date.now()) return "";
  numbers.set([size, mtimeMs, ctimeMs, ino]);
  return numberBytes.toString("base64url");
}

/** The numbers of a state as bytes: there are many states, and digits take longer to write. */
const numbers = new Float64Array(4);
const numberBytes = Buffer.from(numbers.buffer);

/** Is a file what it was when it had this state? An empty one tells nothing. */
export function isSameState(before: string | undefined, now: string): boolean {
  return now !== "" && before === now;
}

/**
 * Stands for the files that are right in a folder: their names, sorted, and the state of each. Nothing
 * where one of them has none.
 */
export function hashOfStates(
  names: readonly string[],
  states: readonly string[],
): string | undefined {
  if (states.includes("")) return undefined;
  return hashOf([...names, ...states].join("\0"));
}

/** What is right in a folder: folders, and files with their states; all sorted. */
interface SeenFolder {
  readonly folders: readonly string[];
  readonly names: readonly string[];
  readonly states: readonly string[];
  readonly hash: string | undefined;
}

/** What a look at a whole folder has seen, without reading any of its files. */
export class FileStates {
  readonly #folders = new Map<string, SeenFolder>();

  /** Looks at all that is in a folder. */
  constructor(folder: string) {
    this.#look(folder, "");
  }

  #look(root: string, path: string): void {
    const folders: string[] = [];
    const names: string[] = [];
    const states: string[] = [];
    // Sorted, as no system promises an order. Not joined: there are many of them.
    for (const name of readdirSync(join(root, path)).sort()) {
      const stats = lstatSync(`${root}/${path}${name}`);
      if (stats.isDirectory()) folders.push(name);
      else {
        names.push(name);
        states.push(stateOf(stats));
      }
    }
    this.#folders.set(path, { folders, names, states, hash: hashOfStates(names, states) });
    for (const name of folders) this.#look(root, `${path}${name}/`);
  }

  /** How many files there are. */
  get count(): number {
    let count = 0;
    for (const { names } of this.#folders.values()) count += names.length;
    return count;
  }

  /** Stands for all that was seen. Nothing where a file is too new to be known by its state. */
  get hash(): string | undefined {
    const parts: string[] = [];
    for (const [path, { hash }] of this.#folders) {
      if (hash === undefined) return undefined;
      parts.push(path, hash);
    }
    return hashOf(parts.join("\0"));
  }

  /** The `hashOfStates` of a folder, by its path: `news/2017/`, or empty for the whole. */
  hashOf(path: string): string | undefined {
    return this.#folders.get(path)?.hash;
  }

  /** Are there folders in a folder? */
  hasFolders(path: string): boolean {
    return (this.#folders.get(path)?.folders.length ?? 0) > 0;
  }

  /** The state of a file, by its path in the folder; empty where it tells nothing. */
  get(path: string): string | undefined {
    const parent = folderOf(path);
    const folder = this.#folders.get(parent);
    const place = folder && placeIn(folder.names, path.slice(parent.length));
    return place === undefined ? undefined : folder?.states[place];
  }
}

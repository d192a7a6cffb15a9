import { mkdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../content/hash.ts";
import { CacheDamagedError, Packs } from "./packs.ts";

/** What is remembered of a file of the content folder. */
export interface Row {
  /** By what the file is known to be unchanged without reading it; empty where nothing tells. */
  state: string;
  /** The hash of its bytes. */
  hash: string;
  /** What was made of it: plain data. */
  value: unknown;
  /** The name of the body that belongs to it. */
  body?: string;
}

/** The rows as they are written: a body with the place where it lies, its pack by number. */
interface Index {
  key: string;
  packs: string[];
  rows: Record<string, [string, string, unknown, ...([] | [string, number, number, number])]>;
}

const indexName = "index.json";

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
  const settled = Math.max(mtimeMs, ctimeMs) + clock < Date.now();
  return settled ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : "";
}

/** Is a file what it was when it had this state? An empty one tells nothing. */
export function isSameState(before: string | undefined, now: string): boolean {
  return now !== "" && before === now;
}

/**
 * What earlier builds have made of the files of a content folder: rows in memory, bodies on disk.
 * Rows are of one key, which stands for all that they depend on beside their file; under another
 * key nothing is remembered.
 */
export class Cache {
  readonly #folder: string;
  readonly #key: string;
  readonly #rows: Map<string, Row>;
  readonly bodies: Packs;

  private constructor(folder: string, key: string, rows: Map<string, Row>, bodies: Packs) {
    this.#folder = folder;
    this.#key = key;
    this.#rows = rows;
    this.bodies = bodies;
  }

  /**
   * Opens the cache in a folder that nobody else works in, or makes a new one. Throws a
   * `CacheDamagedError` where it is not as it was left.
   */
  static open(folder: string, key: string): Cache {
    mkdirSync(folder, { recursive: true });
    const bodies = new Packs(folder);
    const rows = new Map<string, Row>();
    const index = readIndex(join(folder, indexName));
    if (index?.key === key) {
      for (const [path, [state, hash, value, ...body]] of Object.entries(index.rows)) {
        const [name, pack = 0, offset = 0, length = 0] = body;
        if (name !== undefined) bodies.add(name, { pack: index.packs[pack] ?? "", offset, length });
        rows.set(path, { state, hash, value, ...(name !== undefined && { body: name }) });
      }
    }
    return new Cache(folder, key, rows, bodies);
  }

  /** Throws away what is in the folder of a cache. */
  static discard(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
  }

  /** What is remembered of a file, by its path in the content folder. */
  find(path: string): Row | undefined {
    return this.#rows.get(path);
  }

  /**
   * Remembers these rows, and no others, for later builds. Where that can't be done, as on a full
   * disk, nothing is remembered.
   */
  save(rows: ReadonlyMap<string, Row>): void {
    try {
      this.bodies.flush();
      if (!this.#isSaved(rows)) this.#write(rows);
    } catch {
      Cache.discard(this.#folder);
    }
  }

  close(): void {
    this.bodies.close();
  }

  #isSaved(rows: ReadonlyMap<string, Row>): boolean {
    if (rows.size !== this.#rows.size) return false;
    for (const [path, row] of rows) if (this.#rows.get(path) !== row) return false;
    return true;
  }

  #write(rows: ReadonlyMap<string, Row>): void {
    const kept = new Map([...rows].filter(([, { body }]) => !body || this.bodies.locationOf(body)));
    const names = new Set<string>();
    for (const { body } of kept.values()) if (body !== undefined) names.add(body);
    this.bodies.gather(names);
    const written = join(this.#folder, `${indexName}.new`);
    writeFileSync(written, textOf(this.#indexOf(kept)));
    renameSync(written, join(this.#folder, indexName));
    this.bodies.retain(names);
  }

  #indexOf(rows: ReadonlyMap<string, Row>): Index {
    const packs = new Map<string, number>();
    const numberOf = (pack: string) => {
      const number = packs.get(pack) ?? packs.size;
      packs.set(pack, number);
      return number;
    };
    const index: Index = { key: this.#key, packs: [], rows: {} };
    for (const [path, { state, hash, value, body }] of rows) {
      const location = body === undefined ? undefined : this.bodies.locationOf(body);
      index.rows[path] =
        body === undefined || !location
          ? [state, hash, value]
          : [state, hash, value, body, numberOf(location.pack), location.offset, location.length];
    }
    index.packs = [...packs.keys()];
    return index;
  }
}

/** The index with its own hash before it, so that damage is noticed. */
function textOf(index: Index): string {
  const json = JSON.stringify(index);
  return `${hashOf(json)}\n${json}`;
}

function readIndex(path: string): Index | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new CacheDamagedError(path);
  }
  const end = text.indexOf("\n");
  const json = text.slice(end + 1);
  if (hashOf(json) !== text.slice(0, end)) throw new CacheDamagedError(path);
  return JSON.parse(json) as Index;
}

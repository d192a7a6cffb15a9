import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { textOf } from "../content/decode.ts";
import { hashOf } from "../content/hash.ts";
import { CacheDamagedError, isPack, type Location, Packs, type Used } from "./packs.ts";

/** What is remembered of a file of the content folder. */
export interface Row {
  /** By what the file is known to be unchanged without reading it; empty where nothing tells. */
  state: string;
  /** The hash of its bytes. */
  hash: string;
  /** What was made of it: plain data, or what JSON makes such data of. */
  value: unknown;
  /** The names of the texts that belong to it, such as its rendered body. */
  texts: readonly string[];
}

/** What lies in the folder of a cache: the rows of each folder of content in a file of their own. */
interface Index {
  key: string;
  shelves: (readonly [folder: string, file: string])[];
}

/** Rows as they are written: each text with the place where it lies, its pack by number. */
interface Shelf {
  packs: string[];
  rows: WrittenRow[];
}

type WrittenRow = [
  ...[path: string, state: string, hash: string, value: unknown],
  ...texts: (string | number)[],
];

/** How many fields a written row has before its texts, and each of these. */
const rowFields = 4;
const textFields = 4;

/** A shelf that is written: the name of its file, and how many rows it has. */
interface KnownShelf {
  file: string;
  count: number;
  /** How many bytes of each pack its texts are. */
  used: Used;
  /** Tells the packs where these are. */
  place: () => void;
}

/** The rows of a folder that are to be saved, and the file in which they are, and no others. */
interface NewShelf {
  folder: string;
  rows: (readonly [path: string, row: Row])[];
  known: KnownShelf | undefined;
}

const indexName = "index.json";
const newIndexName = `${indexName}.new`;

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
 * What earlier builds have made of the files of a content folder: rows in memory, bodies on disk.
 * Rows are of one key, which stands for all that they depend on beside their file; under another
 * key nothing is remembered. Only the rows of those folders are written in which one has changed,
 * each time into a new file that is named by the hash of what it holds: so damage is noticed, and a
 * run that is killed spoils nothing.
 */
export class Cache {
  readonly #folder: string;
  readonly #key: string;
  readonly #rows = new Map<string, Row>();
  readonly #shelves = new Map<string, KnownShelf>();
  readonly bodies: Packs;

  private constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
    this.bodies = new Packs(folder);
  }

  /**
   * Opens the cache in a folder that nobody else works in, or makes a new one. Throws a
   * `CacheDamagedError` where it is not as it was left.
   */
  static open(folder: string, key: string): Cache {
    mkdirSync(folder, { recursive: true });
    const cache = new Cache(folder, key);
    const index = readChecked<Index>(join(folder, indexName));
    if (index?.key === key) for (const shelf of index.shelves) cache.#take(...shelf);
    return cache;
  }

  #take(folder: string, file: string): void {
    const { packs, rows } = readShelf(this.#folder, file);
    const used: Used = new Map();
    for (const row of rows) {
      const texts: string[] = [];
      for (let at = rowFields; at < row.length; at += textFields) {
        const [name, pack] = [row[at] as string, packs[row[at + 1] as number] ?? ""];
        const [offset, length] = [row[at + 2] as number, row[at + 3] as number];
        this.bodies.check(pack, offset + length);
        used.set(pack, (used.get(pack) ?? 0) + length);
        texts.push(name);
      }
      this.#rows.set(row[0], { state: row[1], hash: row[2], value: row[3], texts });
    }
    // Few builds ask for many texts: where the others lie need not be sorted out.
    const place = this.bodies.later(() => this.#addTexts(rows, packs));
    this.#shelves.set(folder, { file, count: rows.length, used, place });
  }

  #addTexts(rows: readonly WrittenRow[], packs: readonly string[]): void {
    for (const row of rows) {
      for (let at = rowFields; at < row.length; at += textFields) {
        const pack = packs[row[at + 1] as number] ?? "";
        const [offset, length] = [row[at + 2] as number, row[at + 3] as number];
        this.bodies.add(row[at] as string, { pack, offset, length });
      }
    }
  }

  /** Throws away what a cache wrote into its folder. What others keep there stays. */
  static discard(folder: string): void {
    if (!existsSync(folder)) return;
    for (const file of readdirSync(folder)) {
      const isOurs = isIndex(file) || isShelf(file) || isPack(file);
      // What is in the place of a file may be a folder.
      if (isOurs) rmSync(join(folder, file), { recursive: true, force: true });
    }
  }

  /** Is nothing remembered? */
  get isEmpty(): boolean {
    return this.#rows.size === 0;
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
      this.#write(rows);
    } catch {
      Cache.discard(this.#folder);
    }
  }

  close(): void {
    this.bodies.close();
  }

  #write(rows: ReadonlyMap<string, Row>): void {
    const shelves = this.#shelvesOf(rows);
    for (const { folder, known } of shelves) if (!known) this.#shelves.get(folder)?.place();
    if (this.bodies.isScattered(this.#usedBy(shelves))) {
      this.bodies.gather(new Set([...rows.values()].flatMap(({ texts }) => texts)));
      for (const shelf of shelves) shelf.known = undefined;
    }
    const files = shelves.map(
      ({ folder, rows, known }) => [folder, known?.file ?? this.#writeShelf(rows)] as const,
    );
    if (files.length !== this.#shelves.size || shelves.some(({ known }) => !known)) {
      const written = join(this.#folder, newIndexName);
      writeFileSync(written, checked({ key: this.#key, shelves: files } satisfies Index));
      renameSync(written, join(this.#folder, indexName));
      this.#retain(new Set(files.map(([, file]) => file)));
    }
    // Also where all rows are as they were, bodies may have been kept that belong to none.
    this.bodies.retain(this.#usedBy(shelves));
  }

  /** Rows by their folder; without those of which a text is not on the disk. */
  #shelvesOf(rows: ReadonlyMap<string, Row>): NewShelf[] {
    const shelves = new Map<string, NewShelf>();
    for (const one of rows) {
      const [path, row] = one;
      const isKnown = this.find(path) === row;
      if (!isKnown && !row.texts.every((name) => this.bodies.locationOf(name))) continue;
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      const shelf = shelves.get(folder) ?? { folder, rows: [], known: this.#shelves.get(folder) };
      if (shelf.rows.length === 0) shelves.set(folder, shelf);
      shelf.rows.push(one);
      if (!isKnown) shelf.known = undefined;
    }
    for (const shelf of shelves.values()) {
      if (shelf.known?.count !== shelf.rows.length) shelf.known = undefined;
    }
    return [...shelves.values()];
  }

  /** How many bytes of each pack the texts on these shelves are. */
  #usedBy(shelves: readonly NewShelf[]): Used {
    const used: Used = new Map();
    const add = (pack: string, bytes: number) => used.set(pack, (used.get(pack) ?? 0) + bytes);
    for (const { rows, known } of shelves) {
      for (const [pack, bytes] of known?.used ?? []) add(pack, bytes);
      for (const [, { texts }] of known ? [] : rows) {
        for (const name of texts) {
          const { pack, length } = this.bodies.locationOf(name) as Location;
          add(pack, length);
        }
      }
    }
    return used;
  }

  #writeShelf(rows: NewShelf["rows"]): string {
    const packs = new Map<string, number>();
    const shelf: Shelf = { packs: [], rows: [] };
    for (const [path, { state, hash, value, texts }] of rows) {
      const row: WrittenRow = [path, state, hash, value];
      for (const name of texts) {
        const { pack, offset, length } = this.bodies.locationOf(name) as Location;
        const number = packs.get(pack) ?? packs.size;
        packs.set(pack, number);
        row.push(name, number, offset, length);
      }
      shelf.rows.push(row);
    }
    shelf.packs = [...packs.keys()];
    const bytes = Buffer.from(JSON.stringify(shelf));
    const file = shelfName(hashOf(bytes));
    writeFileSync(join(this.#folder, file), bytes);
    return file;
  }

  /** Removes all shelves but these. */
  #retain(files: ReadonlySet<string>): void {
    for (const file of readdirSync(this.#folder)) {
      if (isShelf(file) && !files.has(file)) rmSync(join(this.#folder, file), { force: true });
    }
  }
}

function isIndex(file: string): boolean {
  return file === indexName || file === newIndexName;
}

function shelfName(hash: string): string {
  return `rows-${hash}.json`;
}

function isShelf(file: string): boolean {
  return /^rows-[\w-]{22}\.json$/.test(file);
}

function readShelf(folder: string, file: string): Shelf {
  const bytes = readBytes(join(folder, file));
  if (!bytes || shelfName(hashOf(bytes)) !== file) {
    throw new CacheDamagedError(join(folder, file));
  }
  return JSON.parse(textOf(bytes)) as Shelf;
}

/** Data as text with its own hash before it, so that damage is noticed. */
function checked(data: unknown): string {
  const json = JSON.stringify(data);
  return `${hashOf(json)}\n${json}`;
}

/** What `checked` wrote, if it did. */
function readChecked<T>(path: string): T | undefined {
  const bytes = readBytes(path);
  if (!bytes) return undefined;
  const end = bytes.indexOf("\n");
  const json = bytes.subarray(end + 1);
  if (hashOf(json) !== bytes.toString("utf8", 0, end)) throw new CacheDamagedError(path);
  return JSON.parse(json.toString()) as T;
}

/** The bytes of a file, if there is one. */
function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new CacheDamagedError(path);
  }
}

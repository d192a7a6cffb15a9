import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { folderOf } from "../content/address.ts";
import { textOf } from "../content/decode.ts";
import { hashOf } from "../content/hash.ts";
import { once } from "../content/once.ts";
import { placeIn } from "../content/sorted.ts";
import { compareText } from "../problems/problem.ts";
import { type Column, pack, packObjects, unpack } from "./columns.ts";
import { hashOfStates } from "./file-states.ts";
import { CacheDamagedError, isPack, type Location, Packs, type Used } from "./packs.ts";

/** What is remembered of a file of the content folder. */
export interface Row {
  /** By what the file is known to be unchanged without reading it; empty where nothing tells. */
  state: string;
  /** The hash of its bytes. */
  hash: string;
  /** What was made of it: an object of plain data, or what JSON makes such data of. */
  value: object;
  /** The names of the texts that belong to it, such as its rendered body. */
  texts: readonly string[];
}

/** What is known of files: the row of each, and of which folders all is what it was, if that is told. */
export type KnownRows = Pick<Cache, "find"> & Partial<Pick<Cache, "pathsIn">>;

/** What lies in the folder of a cache: the rows of each folder of content in a file of their own. */
interface Index {
  key: string;
  shelves: (readonly [folder: string, file: string])[];
}

/**
 * The rows of a folder as they are written: in columns, as there are many rows and every build reads
 * all of them. What is in ASCII stands first, and needs no decoding.
 */
interface WrittenShelf {
  ascii: {
    /** The `hashOfStates` of the files, where there is one. */
    seen?: string | undefined;
    /** Where their texts lie, how many bytes of each pack these are, and where the last one ends. */
    packs: (readonly [pack: string, bytes: number, end: number])[];
    states: Column;
    hashes: Column;
    /** The names of the texts of each. */
    texts: Column;
    /** The place of each of these texts, its pack as a number. */
    places: Column;
  };
  others: {
    /** Sorted. */
    paths: readonly string[];
    values: Column;
  };
}

type Place = [pack: number, offset: number, length: number];

/** The rows of a folder that are written, by the paths of their files, sorted. */
interface KnownShelf {
  /** The name of the file that they are in. */
  file: string;
  seen: string | undefined;
  paths: readonly string[];
  rows: readonly Row[];
  /** How many bytes of each pack their texts are. */
  used: Used;
  /** Tells the packs where these are. */
  place: () => void;
}

/** The rows of a folder that are to be saved, and what is written already, if it is just these. */
interface NewShelf {
  folder: string;
  known: KnownShelf | undefined;
  /** Sorted by the paths of their files. */
  rows: () => readonly PathAndRow[];
}

type PathAndRow = readonly [path: string, row: Row];

const noShelf: Pick<KnownShelf, "paths" | "rows"> = { paths: [], rows: [] };

const indexName = "index.json";
const newIndexName = `${indexName}.new`;

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
  readonly #shelves = new Map<string, KnownShelf>();
  /** Where what is asked for next most likely is: mostly it is all of them, one after the other. */
  #last = noShelf;
  #next = 0;
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
    const { ascii, others } = readShelf(this.#folder, file);
    const used: Used = new Map();
    for (const [pack, bytes, end] of ascii.packs) {
      this.bodies.check(pack, end);
      used.set(pack, bytes);
    }
    const { paths } = others;
    const states = unpack(ascii.states, paths.length) as string[];
    const hashes = unpack(ascii.hashes, paths.length) as string[];
    const values = unpack(others.values, paths.length) as object[];
    const texts = unpack(ascii.texts, paths.length) as string[][];
    const rows = values.map((value, at): Row => {
      const [state, hash] = [states[at] as string, hashes[at] as string];
      return { state, hash, value, texts: texts[at] as string[] };
    });
    // Few builds ask for many texts: where the others lie need not be sorted out.
    const place = this.bodies.later(() => this.#addTexts(texts.flat(), ascii));
    this.#shelves.set(folder, { file, seen: ascii.seen, paths, rows, used, place });
  }

  #addTexts(names: readonly string[], { packs, places }: WrittenShelf["ascii"]): void {
    const all = unpack(places, names.length) as Place[];
    for (const [at, [number, offset, length]] of all.entries()) {
      const [pack] = packs[number] as (typeof packs)[number];
      this.bodies.add(names[at] as string, { pack, offset, length });
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
    return this.#shelves.size === 0;
  }

  /** What is remembered of a file, by its path in the content folder. */
  find(path: string): Row | undefined {
    const isNext = this.#last.paths[this.#next] === path;
    const shelf = isNext ? this.#last : this.#shelves.get(folderOf(path));
    if (!shelf) return undefined;
    const place = placeIn(shelf.paths, path, this.#next);
    if (place === undefined) return undefined;
    this.#last = shelf;
    this.#next = place + 1;
    return shelf.rows[place];
  }

  /**
   * The paths of all files that are right in a folder, sorted, if each is remembered and is what it was.
   * `seen` is the `hashOfStates` that the folder has now.
   */
  pathsIn(folder: string, seen: string | undefined): readonly string[] | undefined {
    const shelf = this.#shelves.get(folder);
    return seen !== undefined && shelf?.seen === seen ? shelf.paths : undefined;
  }

  /**
   * Remembers for later builds these rows, all other rows of folders that are `kept` as they are, and
   * nothing else. Where that can't be done, as on a full disk, nothing is remembered.
   */
  save(rows: ReadonlyMap<string, Row>, kept: ReadonlySet<string> = new Set()): void {
    try {
      this.bodies.flush();
      this.#write(this.#shelvesOf(rows, kept));
    } catch {
      Cache.discard(this.#folder);
    }
  }

  close(): void {
    this.bodies.close();
  }

  #write(shelves: readonly NewShelf[]): void {
    for (const { folder, known } of shelves) if (!known) this.#shelves.get(folder)?.place();
    if (this.bodies.isScattered(usedBy(shelves, this.bodies))) {
      const rows = shelves.flatMap(({ rows }) => rows());
      this.bodies.gather(new Set(rows.flatMap(([, { texts }]) => texts)));
      for (const shelf of shelves) shelf.known = undefined;
    }
    const files = shelves.map(
      ({ folder, rows, known }) => [folder, known?.file ?? this.#writeShelf(rows())] as const,
    );
    if (files.length !== this.#shelves.size || shelves.some(({ known }) => !known)) {
      const written = join(this.#folder, newIndexName);
      writeFileSync(written, checked({ key: this.#key, shelves: files } satisfies Index));
      renameSync(written, join(this.#folder, indexName));
      this.#retain(new Set(files.map(([, file]) => file)));
    }
    // Also where all rows are as they were, bodies may have been kept that belong to none.
    this.bodies.retain(usedBy(shelves, this.bodies));
  }

  /** Rows by their folder; without those of which a text is not on the disk. */
  #shelvesOf(rows: ReadonlyMap<string, Row>, kept: ReadonlySet<string>): NewShelf[] {
    const shelves = new Map<string, { stays: number; added: PathAndRow[] }>();
    for (const folder of kept) {
      shelves.set(folder, { stays: this.#shelves.get(folder)?.paths.length ?? 0, added: [] });
    }
    for (const one of rows) {
      const [path, row] = one;
      const folder = folderOf(path);
      const before = this.find(path);
      const isKnown = before === row;
      if (isKnown && kept.has(folder)) continue;
      const shelf = shelves.get(folder) ?? { stays: 0, added: [] };
      if (isKnown) shelf.stays++;
      else {
        if (before && kept.has(folder)) shelf.stays--;
        if (row.texts.every((name) => this.bodies.locationOf(name))) shelf.added.push(one);
      }
      if (shelf.stays + shelf.added.length > 0) shelves.set(folder, shelf);
    }
    return Array.from(shelves, ([folder, { stays, added }]) => {
      const before = this.#shelves.get(folder);
      const isWritten = before?.paths.length === stays && added.length === 0;
      const all = () => {
        const staying = pathsAndRows(before).filter(
          ([path, row]) => (rows.get(path) ?? (kept.has(folder) ? row : undefined)) === row,
        );
        return [...staying, ...added].sort(([a], [b]) => compareText(a, b));
      };
      return { folder, known: isWritten ? before : undefined, rows: once(all) };
    });
  }

  #writeShelf(pairs: readonly PathAndRow[]): string {
    const paths = pairs.map(([path]) => path);
    const rows = pairs.map(([, row]) => row);
    const states = rows.map(({ state }) => state);
    const packs = new Map<string, { number: number; bytes: number; end: number }>();
    const places: Place[] = [];
    for (const name of rows.flatMap(({ texts }) => texts)) {
      const { pack, offset, length } = this.bodies.locationOf(name) as Location;
      const { number, bytes, end } = packs.get(pack) ?? { number: packs.size, bytes: 0, end: 0 };
      packs.set(pack, { number, bytes: bytes + length, end: Math.max(end, offset + length) });
      places.push([number, offset, length]);
    }
    const names = paths.map((path) => path.slice(folderOf(path).length));
    const bytes = formatShelf({
      ascii: {
        seen: hashOfStates(names, states),
        packs: Array.from(packs, ([pack, { bytes, end }]) => [pack, bytes, end]),
        states: pack(states),
        hashes: pack(rows.map(({ hash }) => hash)),
        texts: pack(rows.map(({ texts }) => texts)),
        places: pack(places),
      },
      others: { paths, values: packObjects(rows.map(({ value }) => value)) },
    });
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

function pathsAndRows(shelf: KnownShelf | undefined): PathAndRow[] {
  return shelf ? shelf.paths.map((path, at) => [path, shelf.rows[at] as Row]) : [];
}

/** How many bytes of each pack the texts on these shelves are. */
function usedBy(shelves: readonly NewShelf[], bodies: Packs): Used {
  const used: Used = new Map();
  const add = (pack: string, bytes: number) => used.set(pack, (used.get(pack) ?? 0) + bytes);
  for (const { rows, known } of shelves) {
    for (const [pack, bytes] of known?.used ?? []) add(pack, bytes);
    for (const [, { texts }] of known ? [] : rows()) {
      for (const name of texts) {
        const { pack, length } = bodies.locationOf(name) as Location;
        add(pack, length);
      }
    }
  }
  return used;
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

function formatShelf({ ascii, others }: WrittenShelf): Buffer {
  return Buffer.from(`${JSON.stringify(ascii)}\n${JSON.stringify(others)}`);
}

function readShelf(folder: string, file: string): WrittenShelf {
  const bytes = readBytes(join(folder, file));
  if (!bytes || shelfName(hashOf(bytes)) !== file) {
    throw new CacheDamagedError(join(folder, file));
  }
  const end = bytes.indexOf("\n");
  const ascii = JSON.parse(bytes.toString("latin1", 0, end));
  return { ascii, others: JSON.parse(textOf(bytes.subarray(end + 1))) };
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

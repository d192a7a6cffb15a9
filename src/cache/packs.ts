import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../content/decode.ts";
import { hashOf } from "../content/hash.ts";

/** A file of the cache is not as it was left: all of it must be thrown away, and the work done anew. */
export class CacheDamagedError extends Error {
  constructor(path: string) {
    super(`the cache is damaged: ${path}`);
  }
}

/** Where a body lies: the name of its pack, and its bytes there. */
export interface Location {
  pack: string;
  offset: number;
  length: number;
}

/** How many bytes of each pack are needed; those that two files need count twice. */
export type Used = Map<string, number>;

/** How many bytes are collected before they are written. */
const bufferBytes = 1024 * 1024;

/** How many bytes of UTF-8 a unit of UTF-16 may take. */
const bytesPerUnit = 3;

/** How many packs there may be, and how many bytes in them that nobody needs. */
const packsAtMost = 32;
const wasteAtMost = 64 * 1024 * 1024;

/**
 * Rendered bodies and other texts on disk, one behind the other in files that are called packs. What
 * is written once is never changed: a run adds a pack of its own.
 *
 * An embedded database (LMDB) would do the same for us, and was looked at first. But it maps its
 * file into memory and believes what it finds there: a damaged file ends the process instead of
 * being noticed. Here every body is held against its name, the hash of its content, when it is read.
 */
export class Packs {
  readonly #folder: string;
  readonly #locations = new Map<string, Location>();
  readonly #later = new Set<() => void>();
  readonly #sizes = new Map<string, number>();
  readonly #files = new Map<string, number>();
  /** Bodies that are not written yet, or can't be: parts of the buffer, nearly always. */
  readonly #waiting = new Map<string, Buffer>();
  #buffer = Buffer.alloc(0);
  #used = 0;
  #waitingBytes = 0;
  #own: string | undefined;
  #full = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws a `CacheDamagedError` where a pack ends before this many bytes. */
  check(pack: string, end: number): void {
    let size = this.#sizes.get(pack) ?? 0;
    // Other threads add to their packs.
    if (end > size) {
      size = statSync(join(this.#folder, pack), { throwIfNoEntry: false })?.size ?? 0;
      this.#sizes.set(pack, size);
    }
    if (end > size) throw new CacheDamagedError(join(this.#folder, pack));
  }

  /** Tells where a body lies. Throws a `CacheDamagedError` where there is no room for it. */
  add(name: string, location: Location): void {
    this.check(location.pack, location.offset + location.length);
    // Rows that are not written again tell of the place that was known first.
    if (!this.#locations.has(name)) this.#locations.set(name, location);
  }

  /**
   * Has `add` add where some bodies lie once one is asked for that is not known, or when what is given
   * back is called.
   */
  later(add: () => void): () => void {
    const once = () => {
      if (this.#later.delete(once)) add();
    };
    this.#later.add(once);
    return once;
  }

  /** Where a body lies; nothing where it is not on disk. */
  locationOf(name: string): Location | undefined {
    for (const add of this.#locations.has(name) ? [] : this.#later) {
      add();
      if (this.#locations.has(name)) break;
    }
    return this.#locations.get(name);
  }

  /** Keeps a body and gives its name: the hash of its content. */
  keep(html: string): string {
    const bytes = this.#encode(html);
    const name = hashOf(bytes);
    if (this.#locations.has(name) || this.#waiting.has(name)) return name;
    this.#used += bytes.length;
    this.#wait(name, bytes);
    return name;
  }

  /** A body as bytes, which are what is hashed and what is written; their room is not taken yet. */
  #encode(html: string): Buffer {
    const most = html.length * bytesPerUnit;
    if (this.#used + most > this.#buffer.length) this.flush();
    // What could not be written stays where it is.
    if (this.#used + most > this.#buffer.length) {
      this.#buffer = Buffer.allocUnsafeSlow(Math.max(2 * bufferBytes, most));
      this.#used = 0;
    }
    const length = this.#buffer.write(html, this.#used);
    return this.#buffer.subarray(this.#used, this.#used + length);
  }

  #wait(name: string, bytes: Buffer): void {
    this.#waiting.set(name, bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > bufferBytes) this.flush();
  }

  /**
   * The body of a name. Throws a `CacheDamagedError` where what lies there is not what was kept, and
   * an error where nothing was.
   */
  get(name: string): string {
    return textOf(this.#waiting.get(name) ?? this.#read(name));
  }

  #read(name: string): Buffer {
    const location = this.locationOf(name);
    if (!location) throw new Error(`no body is kept under ${name}`);
    const { pack, offset, length } = location;
    const bytes = Buffer.allocUnsafe(length);
    let read = 0;
    try {
      read = readSync(this.#open(pack), bytes, 0, length, offset);
    } catch {
      // Told below: it makes no difference why the bytes are not there.
    }
    if (read !== length || hashOf(bytes) !== name) {
      throw new CacheDamagedError(join(this.#folder, pack));
    }
    return bytes;
  }

  /** Writes what waits. Where that can't be done it stays in memory, and is lost with the process. */
  flush(): void {
    if (this.#full || this.#waiting.size === 0) return;
    try {
      const pack = this.#ownPack();
      const start = this.#sizes.get(pack) ?? 0;
      write(this.#open(pack), Buffer.concat([...this.#waiting.values()]), start);
      let offset = start;
      for (const [name, { length }] of this.#waiting) {
        this.#locations.set(name, { pack, offset, length });
        offset += length;
      }
      this.#sizes.set(pack, offset);
      this.#waiting.clear();
      this.#waitingBytes = 0;
      this.#used = 0;
    } catch {
      // A disk that is full is no reason not to build: only the next build will take longer.
      this.#full = true;
    }
  }

  /** Do bodies, of which these bytes are needed, lie in many packs, or have much between them? */
  isScattered(used: Used): boolean {
    let waste = 0;
    for (const [pack, bytes] of used) waste += (this.#sizes.get(pack) ?? bytes) - bytes;
    return used.size > packsAtMost || waste > wasteAtMost;
  }

  /** Writes these bodies anew into one pack. */
  gather(names: Iterable<string>): void {
    this.flush();
    for (const name of names) {
      const location = this.locationOf(name);
      if (!location || location.pack === this.#own) continue;
      const bytes = this.#read(name);
      this.#locations.delete(name);
      this.#wait(name, bytes);
    }
    this.flush();
  }

  /** Removes the packs of which nothing is needed. */
  retain(used: Used): void {
    for (const file of readdirSync(this.#folder)) {
      if (!isPack(file) || used.has(file)) continue;
      this.#close(file);
      rmSync(join(this.#folder, file), { force: true });
    }
  }

  /** Closes the files. */
  close(): void {
    for (const pack of [...this.#files.keys()]) this.#close(pack);
    this.#own = undefined;
  }

  #close(pack: string): void {
    const file = this.#files.get(pack);
    if (file !== undefined) closeSync(file);
    this.#files.delete(pack);
  }

  #ownPack(): string {
    if (this.#own === undefined) {
      this.#own = `bodies-${randomBytes(6).toString("hex")}.pack`;
      this.#files.set(this.#own, openSync(join(this.#folder, this.#own), "wx+"));
    }
    return this.#own;
  }

  #open(pack: string): number {
    let file = this.#files.get(pack);
    if (file === undefined) {
      file = openSync(join(this.#folder, pack), "r");
      this.#files.set(pack, file);
    }
    return file;
  }
}

/** Is this the name of a pack? */
export function isPack(file: string): boolean {
  return /^bodies-[0-9a-f]{12}\.pack$/.test(file);
}

function write(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

import { hashOf } from "../content/hash.ts";
import { isGroup, type Page, type PageGroup } from "./page.ts";

/** Gives the fingerprint of a page. */
export type Fingerprint = (page: Page) => string;

/**
 * Makes the function that gives the fingerprint of a page: the hash of its layout and props, under a
 * key that stands for the code that renders it. Two pages with one fingerprint are one page, byte
 * for byte. What many pages share, such as the frame, is written out once.
 */
export function fingerprints(key: string): Fingerprint {
  const textOf = writer();
  return ({ layout, props }) => {
    const parts = Object.entries(props).map(([name, value]) => `${name}:${textOf(value)}`);
    return hashOf([key, layout, ...parts].join("\n"));
  };
}

/**
 * Names what is known by a name that no other value has, such as an article by the hash of its file:
 * letters, digits, `-` and `_`.
 */
export type NameOf = (value: object) => string | undefined;

/** Gives the fingerprint of a page, and one that stands for all of some pages and groups. */
export interface Fingerprints {
  readonly of: Fingerprint;
  readonly ofAll: (planned: readonly (Page | PageGroup)[]) => string;
}

/**
 * The same, but that a page is told by what its props are made from, where that is known: nothing is
 * put together. A page may get another fingerprint though it shows the same, never the reverse.
 */
export function fingerprintsFrom(key: string, nameOf: NameOf): Fingerprints {
  const ofProps = fingerprints(key);
  const hashes = new Map<object, string>();
  const tape = new Tape();
  const write = (value: unknown): void => {
    if (typeof value === "string") {
      tape.ascii(`"${value.length}:`);
      tape.text(value);
    } else if (typeof value !== "object" || value === null) tape.ascii(`=${value}`);
    else if (Array.isArray(value)) {
      tape.ascii("[");
      for (const item of value) write(item);
      tape.ascii("]");
    } else {
      const name = nameOf(value);
      tape.ascii(name === undefined ? "#" : "@");
      tape.ascii(name ?? hashOfObject(value));
    }
  };
  const hashOfObject = (value: object) => {
    const known = hashes.get(value);
    if (known !== undefined) return known;
    const hash = tape.hashOf(() => write(Object.entries(value)));
    hashes.set(value, hash);
    return hash;
  };
  const of: Fingerprint = (page) => {
    const { layout, from } = page;
    if (!from) return ofProps(page);
    return tape.hashOf(() => {
      write([key, layout]);
      write(from);
    });
  };
  const ofAll: Fingerprints["ofAll"] = (planned) =>
    tape.hashOf(() => {
      write(key);
      for (const one of planned) {
        if (isGroup(one)) write([one.section, one.from]);
        else {
          write(one.url);
          write(one.layout);
          write(one.from ?? ofProps(one));
        }
      }
    });
  return { of, ofAll };
}

/** Bytes that are written one behind the other to be hashed: there are millions of parts of a site. */
class Tape {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #end = 0;

  /** Writes a text of ASCII characters. Most are short: no call is as quick. */
  ascii(text: string): void {
    const { length } = text;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    const end = this.#end;
    for (let at = 0; at < length; at++) bytes[end + at] = text.charCodeAt(at);
    this.#end = end + length;
  }

  text(text: string): void {
    // No unit of UTF-16 takes more than three bytes.
    this.#makeRoom(3 * text.length);
    this.#end += this.#bytes.write(text, this.#end);
  }

  /** The hash of what is written in the meantime, which is then taken back. */
  hashOf(writeAll: () => void): string {
    const start = this.#end;
    writeAll();
    const hash = hashOf(this.#bytes.subarray(start, this.#end));
    this.#end = start;
    return hash;
  }

  #makeRoom(count: number): void {
    if (this.#end + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#bytes.length + count));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

/** What a page was made from, and its fingerprint. */
interface Known extends Pick<Page, "layout" | "from"> {
  fingerprint: string;
}

/**
 * Remembers the fingerprints of the pages of a site that changes little by little, under one key: a
 * page is only looked at closely where something that it is made from is another object than it was.
 */
export class FingerprintMemory {
  readonly #fingerprints: () => Fingerprints;
  readonly #textOf: (value: unknown) => string;
  readonly #known = new Map<string, Known>();

  constructor(key: string, nameOf: NameOf) {
    this.#fingerprints = () => fingerprintsFrom(key, nameOf);
    this.#textOf = writer(nameOf);
  }

  /** What `fingerprintsFrom` gives, for the site as it is now. */
  round(): Fingerprints {
    const { of, ofAll } = this.#fingerprints();
    return { of: (page) => (page.from ? this.#of(page, of) : of(page)), ofAll };
  }

  #of(page: Page, of: Fingerprint): string {
    const { url, layout, from } = page;
    const before = this.#known.get(url);
    const isSame = before?.layout === layout && this.#isSame(before.from, from);
    const fingerprint = isSame ? before.fingerprint : of(page);
    this.#known.set(url, { layout, from: from ?? [], fingerprint });
    return fingerprint;
  }

  #isSame(before: unknown, now: unknown): boolean {
    if (before === now) return true;
    if (typeof before !== "object" || typeof now !== "object" || !before || !now) return false;
    if (!Array.isArray(before) || !Array.isArray(now)) {
      return this.#textOf(before) === this.#textOf(now);
    }
    if (before.length !== now.length) return false;
    return now.every((value, at) => this.#isSame(before[at], value));
  }
}

/** Writes values as text, each object once: as its name, or the hash of its JSON. */
function writer(nameOf: NameOf = () => undefined): (value: unknown) => string {
  const written = new WeakMap<object, string>();
  return (value) => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const known = written.get(value);
    if (known !== undefined) return known;
    const text = nameOf(value) ?? hashOf(JSON.stringify(value));
    written.set(value, text);
    return text;
  };
}

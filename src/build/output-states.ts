import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSameState, stateOf } from "../cache/file-states.ts";
import { hashOf, hashOfFile } from "../content/hash.ts";
import { placeIn } from "../content/sorted.ts";
import { sectionOf } from "../site/addresses.ts";
import {
  lookAtManifest,
  type Manifest,
  type ManifestFile,
  type Output,
  type Place,
  type WrittenManifest,
} from "./manifest.ts";
import type { Told } from "./planned-site.ts";
import { statsOf } from "./stats.ts";

/** Where a cache remembers the files of an output folder. */
export function statesFile(cache: string, out: string): string {
  return join(cache, `${hashOf(out)}-states.json`);
}

/** The files of a section of an output folder, sorted, and the state of each; empty where it is not known. */
interface States {
  readonly paths: readonly string[];
  readonly states: readonly string[];
}

/** A section as it was left. */
interface LeftSection {
  /** Where its `States` are, in bytes. */
  readonly start: number;
  readonly end: number;
  /** What can be told of all of its files at once, if anything can. */
  readonly whole?: Whole;
}

/** What was told of a section, and where the manifest lists it. */
interface Whole {
  readonly told: Told;
  readonly place: Place;
}

/** What a build has left. */
interface Left {
  /** The hash of the manifest. */
  readonly manifest: string;
  readonly sections: ReadonlyMap<string, LeftSection>;
  /** The hash of all states, and the file that they are in. */
  readonly states: string;
  readonly bytes: Buffer;
}

const nothing: Left = { manifest: "", sections: new Map(), states: "", bytes: Buffer.alloc(0) };
const noStates: States = { paths: [], states: [] };

/** What a look at an output folder has found, by paths in it. */
export interface Look {
  /** Files that are not as they were left. */
  readonly changed: readonly string[];
  /** Files that were too new when they were left for that to be told from their states. */
  readonly unsure: readonly string[];
  readonly manifest: ManifestFile | undefined;
}

/** Looks at all files that were remembered. Gives nothing where none were. */
export function lookAt(out: string, file: string): Look | undefined {
  const left = readLeft(file);
  // On a full disk they may be lost while the rest is kept: they tell nothing then.
  if (left.sections.size === 0 || hashOf(statesIn(left)) !== left.states) return undefined;
  const changed: string[] = [];
  const unsure: string[] = [];
  for (const section of left.sections.values()) {
    const { paths, states } = statesOf(left, section);
    for (const [at, path] of paths.entries()) {
      const state = states[at];
      const stats = statsOf(`${out}/${path}`);
      if (state === "" && stats?.isFile()) unsure.push(path);
      else if (!stats?.isFile() || stateOf(stats) !== state) changed.push(path);
    }
  }
  return { changed, unsure, manifest: lookAtManifest(out) };
}

/** What is to be remembered of a site that was just published. */
export interface Leaving {
  /** Its files, without those of sections that were folded. */
  readonly manifest: Manifest;
  /** Those that have just been written; the others were looked at. */
  readonly written: ReadonlySet<string>;
  /** The sections that were folded. */
  readonly folded: Iterable<string>;
  /** What was written as its manifest. */
  readonly listed: WrittenManifest;
  /** Tells of a section, which has so many files; nothing where nothing can be told. */
  readonly tell: (section: string, count: number) => Told | undefined;
}

/**
 * Knows which files of an output folder are as a build has left them, without reading those that
 * have not been written since. What it knows lies in a file; without one it reads all of them.
 */
export class OutputStates {
  readonly #out: string;
  readonly #file: string | undefined;
  readonly #left: Left;
  readonly #known = new Map<string, KnownStates>();
  readonly #unlike: ReadonlySet<string> | undefined;
  /** The manifest, if somebody has looked at it. */
  readonly manifest: ManifestFile | undefined;
  /** The states of files that are not the known ones. */
  readonly #found = new Map<string, string>();

  /** `look` is what a look at these files has found just now, if one was taken. */
  constructor(out: string, file: string | undefined, look?: Look) {
    this.#out = out;
    this.#file = file;
    this.#left = file === undefined ? nothing : readLeft(file);
    this.#unlike = look && new Set([...look.changed, ...look.unsure]);
    this.manifest = look?.manifest;
  }

  /**
   * The sections whose files are all as they were left, and should be: where a manifest with this
   * hash lists them.
   */
  unchanged(
    manifest: string,
    isUnchanged: (section: string, told: Told) => boolean,
  ): Map<string, Place> {
    const places = new Map<string, Place>();
    if (!this.#unlike || this.#left.manifest !== manifest) return places;
    const unlike = new Set(Array.from(this.#unlike, sectionOf));
    for (const [section, { whole }] of this.#left.sections) {
      if (!whole || unlike.has(section)) continue;
      if (isUnchanged(section, whole.told)) places.set(section, whole.place);
    }
    return places;
  }

  /** What was told of a section. */
  toldOf(section: string): Told | undefined {
    return this.#left.sections.get(section)?.whole?.told;
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

  /** Remembers the files of a site. */
  save({ manifest, written, folded, listed, tell }: Leaving): void {
    if (this.#file === undefined) return;
    const parts: Buffer[] = [];
    const sections: [string, LeftSection][] = [];
    let end = 0;
    const add = (name: string, states: Buffer, tell: (count: number) => Told | undefined) => {
      const place = listed.places.get(name);
      const told = place && tell(place.count);
      const start = end;
      end += states.length;
      parts.push(states);
      sections.push([name, { start, end, ...(told && { whole: { told, place } }) }]);
    };
    for (const name of folded) {
      const left = this.#left.sections.get(name);
      add(name, statesIn(this.#left, left), (count) =>
        count === left?.whole?.place.count ? left.whole.told : undefined,
      );
    }
    for (const [name, paths] of bySection(manifest)) {
      const states = paths.map((path) => this.#stateOf(path, written));
      const bytes = Buffer.from(JSON.stringify({ paths, states } satisfies States));
      add(name, bytes, (count) => tell(name, count));
    }
    try {
      writeFileSync(this.#file, writeLeft(listed.hash, sections, parts));
    } catch {
      // The next build will have to read them all.
    }
  }

  #stateOf(path: string, written: ReadonlySet<string>): string {
    const stats = written.has(path) ? statsOf(join(this.#out, path)) : undefined;
    return stats ? stateOf(stats) : (this.#found.get(path) ?? this.#knownOf(path) ?? "");
  }

  #knownOf(path: string): string | undefined {
    const name = sectionOf(path);
    let known = this.#known.get(name);
    if (!known) {
      known = new KnownStates(this.#left, name);
      this.#known.set(name, known);
    }
    return known.get(path);
  }
}

/** The states of a section, to be looked up. */
class KnownStates {
  readonly #known: States;
  /** Where what is asked for next most likely is: mostly it is all of them, one after the other. */
  #next = 0;

  constructor(left: Left, name: string) {
    const section = left.sections.get(name);
    this.#known = section ? statesOf(left, section) : noStates;
  }

  get(path: string): string | undefined {
    const { paths, states } = this.#known;
    const place = placeIn(paths, path, this.#next);
    if (place === undefined) return undefined;
    this.#next = place + 1;
    return states[place];
  }
}

/** The paths of a manifest by their sections, sorted. */
function bySection(manifest: Manifest): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  for (const path of [...manifest.keys()].sort()) {
    const name = sectionOf(path);
    const paths = sections.get(name);
    if (paths) paths.push(path);
    else sections.set(name, [path]);
  }
  return sections;
}

/** What stands before all states, in a line after its own hash, so that damage is noticed. */
interface Head extends Pick<Left, "manifest" | "states"> {
  readonly sections: readonly [name: string, section: LeftSection][];
}

function writeLeft(manifest: string, sections: Head["sections"], parts: readonly Buffer[]): Buffer {
  const states = Buffer.concat(parts);
  const head = JSON.stringify({ manifest, states: hashOf(states), sections } satisfies Head);
  return Buffer.concat([Buffer.from(`${hashOf(head)}\n${head}\n`), states]);
}

/** What was remembered last; nothing where that is damaged, half written, or of another version. */
function readLeft(file: string): Left {
  try {
    const bytes = readFileSync(file);
    const hashEnd = bytes.indexOf("\n");
    const headEnd = bytes.indexOf("\n", hashEnd + 1);
    const head = bytes.subarray(hashEnd + 1, headEnd);
    if (hashOf(head) !== bytes.toString("latin1", 0, hashEnd)) return nothing;
    const { manifest, states, sections } = JSON.parse(head.toString()) as Head;
    return { manifest, states, sections: new Map(sections), bytes: bytes.subarray(headEnd + 1) };
  } catch {
    return nothing;
  }
}

/** The states of a section, or of all, as they are written. */
function statesIn({ bytes }: Left, { start, end }: Partial<LeftSection> = {}): Buffer {
  return bytes.subarray(start, end);
}

/** The states of a section; none where they are damaged. */
function statesOf(left: Left, section: LeftSection): States {
  try {
    const known = JSON.parse(statesIn(left, section).toString()) as States;
    return known.paths.length === known.states.length ? known : noStates;
  } catch {
    return noStates;
  }
}

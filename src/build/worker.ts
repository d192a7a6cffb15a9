import { isDeepStrictEqual } from "node:util";
import { type Location, Packs } from "../cache/packs.ts";
import type { Page } from "../pages/page.ts";
import type { Bodies } from "../site/bodies.ts";
import { fileReader, type Read, type ReadFiles, type Unread } from "../site/documents.ts";
import type { ReaderSettings } from "../site/read.ts";
import type { Written } from "./compile.ts";
import { asStorageError, StorageError, type StorageFailure } from "./storage-error.ts";
import type { Stylesheet } from "./stylesheet.ts";
import { Slowest, timed } from "./timings.ts";

/** What a thread answers: what it made, or why it could not, as far as that is no bug. */
export type Answer<T> = { done: T } | { failure: StorageFailure; path: string };

export interface ReadTask {
  folder: string;
  files: Unread[];
  settings: ReaderSettings;
  /** The folder of the cache. */
  cache: string;
}

/** A file that another thread has read, and where it has kept its texts, as far as it could. */
export type RemoteRead = Read & { locations?: (Location | undefined)[] };

let packs: Packs | undefined;

/** What reads files, and what it was made from, which hardly ever changes from task to task. */
let reader: { of: Pick<ReadTask, "folder" | "settings">; readFiles: ReadFiles } | undefined;

function readerOf({ folder, settings }: ReadTask): ReadFiles {
  const of = { folder, settings };
  if (!reader || !isDeepStrictEqual(reader.of, of)) {
    reader = { of, readFiles: fileReader(folder, settings) };
  }
  return reader.readFiles;
}

/** Reads files as a `fileReader` does. */
export async function read(task: ReadTask): Promise<Answer<RemoteRead[]>> {
  return answer(task.folder, () => {
    packs ??= new Packs(task.cache);
    const { keep } = packs;
    const reads = Array.from(readerOf(task)(task.files));
    for (const { texts, row } of reads) {
      for (const [at, text] of texts?.entries() ?? []) keep.call(packs, text, row.texts[at]);
    }
    packs.flush();
    return reads.map(({ texts, ...one }) => {
      if (!texts) return one;
      const locations = one.row.texts.map((name) => packs?.locationOf(name));
      // On a full disk they go along.
      return locations.includes(undefined) ? { ...one, texts } : { ...one, locations };
    });
  });
}

export interface MakeTask {
  folder: string;
  staging: string;
  name: string;
  /** Plain data. */
  pages: Page[];
  stylesheet: Stylesheet;
  /** The bodies that the pages name: where they lie, or the bodies themselves. */
  bodies: [name: string, body: Location | string][];
  cache: string;
}

/** What a thread has made. */
export interface Made {
  written: Map<string, Written>;
  /** The pages that took longest, in milliseconds. */
  slowest: Slowest["list"];
}

/** Makes pages as `makePart` does. */
export async function make(task: MakeTask): Promise<Answer<Made>> {
  return answer(task.staging, async () => {
    const { folder, staging, name, pages, stylesheet } = task;
    maker ??= loadMaker();
    const { makePart, configure, renderPage } = await maker;
    const site = { articles: [], assets: [], bodies: bodiesOf(task) };
    const slowest = new Slowest();
    const prepared = timed(
      { folder, site, pages, stylesheet, variants: new Map(), render: renderPage },
      slowest,
    );
    const written = await makePart({ prepared, staging, name, configure });
    return { written, slowest: slowest.list };
  });
}

let maker: ReturnType<typeof loadMaker> | undefined;

/** What making pages needs: a thread that reads can begin without. */
async function loadMaker() {
  const [{ makePart }, { default: configure }, { renderPage }] = await Promise.all([
    import("./part.ts"),
    // The list of plugins stands above all of src/.
    import(new URL("../../.eleventy.ts", import.meta.url).href),
    import("../../layouts/render.tsx"),
  ]);
  return { makePart, configure, renderPage };
}

function bodiesOf({ bodies, cache }: MakeTask): Bodies {
  const here = new Map<string, string>();
  const there = new Packs(cache);
  for (const [name, body] of bodies) {
    if (typeof body === "string") here.set(name, body);
    else there.add(name, body);
  }
  return {
    keep: () => {
      throw new Error("no body is made here");
    },
    get: (name) => here.get(name) ?? there.get(name),
  };
}

/** An error loses all but its text on its way to another thread: what matters of it is told apart. */
async function answer<T>(folder: string, work: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    const known = asStorageError(error, folder);
    if (known instanceof StorageError) return { failure: known.failure, path: known.path };
    throw error;
  }
}

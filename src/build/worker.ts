import { isDeepStrictEqual } from "node:util";
import { threadId } from "node:worker_threads";
import { type Location, Packs } from "../cache/packs.ts";
import type { Page } from "../pages/page.ts";
import type { Bodies } from "../site/bodies.ts";
import { fileReader, type Read, type ReadFiles, type Unread } from "../site/documents.ts";
import type { ReaderSettings } from "../site/read.ts";
import type { BuildOptions } from "./build.ts";
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

/** A file that another thread has read, and for each text where it has kept it; or that, if it could not. */
export type RemoteRead = Read & { kept: (Location | { text: string })[] };

let packs: Packs | undefined;

/** What reads files, and what it was made from, which hardly ever changes from task to task. */
let reader: { of: Pick<ReadTask, "folder" | "settings">; readFiles: ReadFiles } | undefined;

function readerOf({ folder, settings }: ReadTask, bodies: Packs): ReadFiles {
  const of = { folder, settings };
  if (!reader || !isDeepStrictEqual(reader.of, of)) {
    reader = { of, readFiles: fileReader(folder, settings, (html) => bodies.keep(html)) };
  }
  return reader.readFiles;
}

/** Reads files as a `fileReader` does. */
export async function read(task: ReadTask): Promise<Answer<RemoteRead[]>> {
  return answer(task.folder, () => {
    packs ??= new Packs(task.cache);
    const kept = packs;
    const reads = Array.from(readerOf(task, kept)(task.files));
    kept.flush();
    return reads.map((one) => {
      const places = one.texts.map((name) => kept.locationOf(name) ?? { text: kept.get(name) });
      return { ...one, kept: places };
    });
  });
}

export interface MakeTask {
  folder: string;
  staging: string;
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

/**
 * Gives what makes pages as a `PartMaker` does, those of the next task once these are made. The list
 * of plugins is loaded first.
 */
export function maker(loadPlugins: () => Promise<{ default: BuildOptions["configure"] }>) {
  // A thread that reads can begin without these.
  const load = async ({ staging }: MakeTask) => {
    const [{ PartMaker }, { default: configure }, { renderPage }] = await Promise.all([
      import("./part.ts"),
      loadPlugins(),
      import("../../layouts/render.tsx"),
    ]);
    const parts = new PartMaker({ staging, name: `${threadId}`, configure });
    return { parts, renderPage };
  };
  let loading: ReturnType<typeof load> | undefined;
  const makePart = async (task: MakeTask): Promise<Made> => {
    const { folder, pages, stylesheet } = task;
    loading ??= load(task);
    const { parts, renderPage } = await loading;
    const site = { articles: [], assets: [], bodies: bodiesOf(task) };
    const slowest = new Slowest();
    const prepared = timed(
      { folder, site, pages, stylesheet, variants: new Map(), render: renderPage },
      slowest,
    );
    const written = await parts.make(prepared);
    return { written, slowest: slowest.list };
  };
  let last: Promise<unknown> = Promise.resolve();
  return (task: MakeTask): Promise<Answer<Made>> => {
    const made = last.then(() => answer(task.staging, () => makePart(task)));
    last = made.catch(() => {});
    return made;
  };
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

import { setImmediate } from "node:timers/promises";
import type { Row } from "../cache/cache.ts";
import type { Bodies } from "./bodies.ts";
import { fileReader, type Read, rowOf, type Unread } from "./documents.ts";
import type { ReaderSettings } from "./read.ts";

/** Other threads that read files while this one does. */
export interface Helpers {
  /** How many files they may have to read at a time, so that none of them has to wait. */
  readonly batches: number;
  /** Reads files as a `fileReader` does, and keeps their bodies where those of this thread are. */
  read(folder: string, files: readonly Unread[], settings: ReaderSettings): Promise<Read[]>;
}

/** Files to read, and where their bodies are kept. */
interface Reading {
  folder: string;
  files: readonly Unread[];
  settings: ReaderSettings;
  bodies: Pick<Bodies, "keep">;
  helpers: Helpers | undefined;
}

/** How many files are read in one go. */
const batchSize = 50;

/** From how many files to read, or pages to make, on help is worth its start. */
export const worthHelp = 1000;

/** What is handed on of a file that was read. */
export interface Taken {
  path: string;
  row: Row;
  lasting: boolean;
  milliseconds: number | undefined;
}

/** Reads files, in no certain order, and hands each on once it is read and its body is kept. */
export async function readAll(reading: Reading, take: (taken: Taken) => void): Promise<void> {
  const { folder, files, settings, bodies } = reading;
  if (files.length === 0) return;
  const helpers = files.length < worthHelp ? undefined : reading.helpers;
  const batches = batchesOf(files);
  const readFiles = fileReader(folder, settings, (html) => bodies.keep(html));
  const undecided: Unread[] = [];

  const takeRead = (read: Read, { known }: Unread) => {
    const { path, lasting, milliseconds } = read;
    take({ path, row: rowOf(read, known), lasting, milliseconds });
  };
  const readHere = (batch: readonly Unread[]) => {
    const byPath = new Map(batch.map((file) => [file.path, file]));
    for (const read of readFiles(batch)) takeRead(read, byPath.get(read.path) as Unread);
  };
  const here = async () => {
    for (const batch of batches) {
      readHere(batch);
      if (helpers) await setImmediate();
    }
  };
  const there = async ({ read }: Helpers) => {
    for (const batch of batches) {
      const byPath = new Map(batch.map((file) => [file.path, file]));
      for (const one of await read(folder, batch, settings)) {
        const file = byPath.get(one.path) as Unread;
        // What takes long beside others may not by itself.
        if (one.lasting) takeRead(one, file);
        else undecided.push(file);
      }
    }
  };
  const others = helpers ? Array.from({ length: helpers.batches }, () => there(helpers)) : [];
  await Promise.all([here(), ...others]);
  readHere(undecided);
}

/** Once one of those who share it fails, it is at its end for all. */
function* batchesOf(files: readonly Unread[]): Generator<readonly Unread[]> {
  for (let at = 0; at < files.length; at += batchSize) yield files.slice(at, at + batchSize);
}

import { setImmediate } from "node:timers/promises";
import type { Bodies } from "./bodies.ts";
import { fileReader, type Read, type Unread } from "./documents.ts";
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

/** How many files are read in one go, and from how many on help is worth its start. */
const batchSize = 50;
const worthHelp = 1000;

/** Reads files, in no certain order, and hands each on once it is read and its body is kept. */
export async function readAll(reading: Reading, take: (read: Read) => void): Promise<void> {
  const { folder, files, settings, bodies } = reading;
  if (files.length === 0) return;
  const helpers = files.length < worthHelp ? undefined : reading.helpers;
  const batches = batchesOf(files);
  const readFiles = fileReader(folder, settings);
  const undecided: Unread[] = [];

  const readHere = (batch: readonly Unread[]) => {
    for (const { texts, ...read } of readFiles(batch)) {
      for (const [at, text] of texts?.entries() ?? []) bodies.keep(text, read.row.texts[at]);
      take(read);
    }
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
        if (one.lasting) take(withKnown(one, file));
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

/** A file that is as it was has been sent to the other thread without what is known of it. */
function withKnown(read: Read, { known }: Unread): Read {
  if (read.row.value !== undefined || !known) return read;
  return { ...read, row: { ...known, state: read.row.state } };
}

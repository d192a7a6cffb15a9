import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSameState, type Row, stateOf } from "../cache/cache.ts";
import { hashOf } from "../content/hash.ts";
import { readWithinTime } from "../content/time-limit.ts";
import type { Problem } from "../problems/problem.ts";
import { type ReaderSettings, readArticle, readerFor, readStandingPage } from "./read.ts";
import type { Article, StandingPage, Unfinished } from "./site.ts";

/** What was made of the file of an article or standing page: the value of its row. Plain data. */
export interface Finding {
  /** Absent where not even its parts can be told. */
  document?: Article | StandingPage | Unfinished;
  problems: Problem[];
}

/** A file that must be read, and what is remembered of it. */
export interface Unread {
  /** Path in the content folder. */
  path: string;
  kind: "article" | "standing";
  state: string;
  known: Row | undefined;
}

/** A file that was read. What a slow or busy machine has a part in is not to be remembered. */
export interface Read {
  path: string;
  row: Row & { value: Finding };
  lasting: boolean;
  /** The body, unless it is one that is kept already. */
  html?: string;
  /** How long parsing took; nothing where the file was not parsed to its end. */
  milliseconds?: number;
}

const ofTheMachine: ReadonlySet<string> = new Set(["article-slow", "nesting-deep"]);

/**
 * What is known of a file without reading it: its row, or that it must be read. `seen` is the state
 * that it had when somebody looked at it just now, if it told anything.
 */
export function lookUp(
  folder: string,
  path: string,
  kind: Unread["kind"],
  known: Row | undefined,
  seen: string | undefined,
): Row | Unread {
  const state = seen || stateOf(statSync(join(folder, path)));
  return known && isSameState(known.state, state) ? known : { path, kind, state, known };
}

/** Reads files one after the other. */
export type ReadFiles = (files: readonly Unread[]) => Generator<Read>;

/** The same data on its own: a text that is part of another one keeps all of that in memory. */
function detached<T>(data: T): T {
  return JSON.parse(JSON.stringify(data));
}

/**
 * Makes what reads the files of a folder, once for all of them: a renderer and schemas take as long
 * to make, and to get fast, as many files do to read. A file whose bytes are those of its row is not
 * parsed. Bodies are given with what they belong to: keeping one must not be interrupted, as reading
 * may be.
 */
export function fileReader(folder: string, settings: ReaderSettings): ReadFiles {
  let html = "";
  const reader = readerFor(settings, (rendered) => {
    html = rendered;
    return hashOf(rendered);
  });
  const readOne = (file: Unread, report: (problem: Problem) => void) => {
    const { path, kind, state, known } = file;
    const bytes = readFileSync(join(folder, path));
    const hash = hashOf(bytes);
    if (known?.hash === hash) return { known: { ...known, state } };
    const read = kind === "article" ? readArticle : readStandingPage;
    const start = performance.now();
    const document = read(path, bytes, reader, report);
    const milliseconds = performance.now() - start;
    return { state, hash, document: document && detached(document), html, milliseconds };
  };

  return function* readFiles(files) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const paths = [...byPath.keys()];
    let problems: Problem[] = [];
    let at = 0;
    for (const read of readWithinTime(
      paths,
      (path, report) => readOne(byPath.get(path) as Unread, report),
      (found) => problems.push(found),
    )) {
      const path = paths[at++] ?? "";
      if (!read) {
        yield { path, row: { state: "", hash: "", value: { problems } }, lasting: false };
      } else if ("known" in read) {
        yield { path, row: read.known as Read["row"], lasting: true };
      } else {
        const { state, hash, document, html, milliseconds } = read;
        const lasting = !problems.some(({ code }) => ofTheMachine.has(code));
        // Rows are written out: each that is put together from others has a form of its own in memory.
        if (document) {
          const row = { state, hash, value: { document, problems }, body: document.body };
          yield { path, row, lasting, milliseconds, html };
        } else yield { path, row: { state, hash, value: { problems } }, lasting, milliseconds };
      }
      problems = [];
    }
  };
}

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSameState, type Row, stateOf } from "../cache/cache.ts";
import { hashOf } from "../content/hash.ts";
import { readWithinTime } from "../content/time-limit.ts";
import type { Problem } from "../problems/problem.ts";
import type { Bodies } from "./bodies.ts";
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
  state: string;
  hash: string;
  /**
   * What was made of it, as JSON: as a text it takes least on its way to another thread, and what is
   * parsed from it keeps no text in memory that it is a part of. Absent where the bytes of the file
   * are those of its row.
   */
  finding?: string;
  /** The name of its body. */
  body?: string;
  lasting: boolean;
  /** How long parsing took; nothing where the file was not parsed to its end. */
  milliseconds?: number;
}

/** The row of a file that was read, of which this one was known. */
export function rowOf(
  { state, hash, finding, body }: Read,
  known: Row | undefined,
): Row & { value: Finding } {
  if (finding === undefined) return { ...(known as Row & { value: Finding }), state };
  const value: Finding = JSON.parse(finding);
  // Rows are written out: each that is put together from others has a form of its own in memory.
  return body === undefined ? { state, hash, value } : { state, hash, value, body };
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

/**
 * Makes what reads the files of a folder, once for all of them: a renderer and schemas take as long
 * to make, and to get fast, as many files do to read. A file whose bytes are those of its row is not
 * parsed. The bodies are kept as `keep` keeps them.
 */
export function fileReader(
  folder: string,
  settings: ReaderSettings,
  keep: Bodies["keep"],
): ReadFiles {
  let html = "";
  const reader = readerFor(settings, (rendered) => {
    html = rendered;
    return "";
  });
  const readOne = (file: Unread, report: (problem: Problem) => void) => {
    const { path, kind, state, known } = file;
    const bytes = readFileSync(join(folder, path));
    const hash = hashOf(bytes);
    if (known?.hash === hash) return { state, hash, document: null };
    const read = kind === "article" ? readArticle : readStandingPage;
    const start = performance.now();
    const document = read(path, bytes, reader, report);
    const milliseconds = performance.now() - start;
    return { state, hash, document, html, milliseconds };
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
        const finding = JSON.stringify({ problems } satisfies Finding);
        yield { path, state: "", hash: "", finding, lasting: false };
      } else if (read.document === null) {
        yield { path, state: read.state, hash: read.hash, lasting: true };
      } else {
        const { state, hash, document, html, milliseconds } = read;
        const lasting = !problems.some(({ code }) => ofTheMachine.has(code));
        // Only here: keeping a body must not be interrupted, as reading may be.
        if (document) document.body = keep(html);
        const finding = JSON.stringify({
          ...(document && { document }),
          problems,
        } satisfies Finding);
        const body = document && { body: document.body };
        yield { path, state, hash, finding, ...body, lasting, milliseconds };
      }
      problems = [];
    }
  };
}

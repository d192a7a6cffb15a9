import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSameState, type Row, stateOf } from "../cache/cache.ts";
import { hashOf } from "../content/hash.ts";
import { readWithinTime } from "../content/time-limit.ts";
import type { Problem } from "../problems/problem.ts";
import { type DetailsReader, type Head, putTogether, takeApart } from "./kept.ts";
import { type ReaderSettings, readArticle, readerFor, readStandingPage } from "./read.ts";
import type { Article, StandingPage, Unfinished } from "./site.ts";

/** What was made of the file of an article or standing page. */
export interface Finding {
  /** Absent where not even its parts can be told. */
  document?: Article | StandingPage | Unfinished;
  /** Absent where there are none. */
  problems?: Problem[];
}

/** The same as the value of a row, until somebody asks: plain data. */
export interface WrittenFinding extends Pick<Finding, "problems"> {
  document?: Head | Unfinished;
}

/** The finding of a row. From then on its value is that: the same document for all who ask. */
export function findingOf(path: string, row: Row, reader: DetailsReader): Finding {
  const { hash, value, texts } = row;
  const { document } = value as Finding | WrittenFinding;
  if (document && !("path" in document)) {
    const [body = "", details = ""] = texts;
    (value as Finding).document = putTogether({ path, hash }, document, [body, details], reader);
  }
  return value as Finding;
}

/** Stands for what a document is made from: its path, the hash of its bytes, and what else there is. */
export function hashOfDocument(settings: ReaderSettings, path: string, bytes: string): string {
  const { lang, timeZone, levels } = settings;
  return hashOf(JSON.stringify([lang, timeZone, levels, path, bytes]));
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
  row: Row;
  lasting: boolean;
  /** The texts of the row, unless they are kept already. */
  texts?: readonly string[];
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
    const hash = hashOfDocument(settings, path, hashOf(bytes));
    if (known?.hash === hash) return { known: { ...known, state } };
    const read = kind === "article" ? readArticle : readStandingPage;
    const start = performance.now();
    const document = read(path, bytes, reader, report);
    const milliseconds = performance.now() - start;
    return { state, hash, ...partsOf(document && detached(document), html), milliseconds };
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
        const row = { state: "", hash: "", value: valueFrom(undefined, problems), texts: [] };
        yield { path, row, lasting: false };
      } else if ("known" in read) yield { path, row: read.known, lasting: true };
      else {
        const { state, hash, document, texts, milliseconds } = read;
        const lasting = !problems.some(({ code }) => ofTheMachine.has(code));
        const value = valueFrom(document, problems);
        const row = { state, hash, value, texts: texts.map((text) => hashOf(text)) };
        yield { path, row, lasting, milliseconds, texts };
      }
      problems = [];
    }
  };
}

/** What of a document is in its row, and the texts that lie elsewhere. */
function partsOf(document: Finding["document"], html: string) {
  if (!document) return { document, texts: [] };
  if (document.kind === "unfinished") return { document, texts: [html] };
  const { head, details } = takeApart(document);
  return { document: head, texts: [html, details] };
}

function valueFrom(document: WrittenFinding["document"], problems: Problem[]): WrittenFinding {
  return { ...(document && { document }), ...(problems.length > 0 && { problems }) };
}

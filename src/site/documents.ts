import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "../cache/cache.ts";
import { isSameState, stateOf } from "../cache/file-states.ts";
import { hashOf } from "../content/hash.ts";
import { readWithinTime } from "../content/time-limit.ts";
import type { Problem } from "../problems/problem.ts";
import type { Bodies } from "./bodies.ts";
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
  state: string;
  hash: string;
  /**
   * The value of its row as JSON: as a text it takes least on its way to another thread, and what is
   * parsed from it keeps no text in memory that it is a part of. Absent where the file is what its
   * row was made from.
   */
  finding?: string;
  /** The names of the texts that were made of it. */
  texts: readonly string[];
  lasting: boolean;
  /** How long parsing took; nothing where the file was not parsed to its end. */
  milliseconds?: number;
}

/** The row of a file that was read, of which this one was known. */
export function rowOf({ state, hash, finding, texts }: Read, known: Row | undefined): Row {
  if (finding === undefined) return { ...(known as Row), state };
  return { state, hash, value: JSON.parse(finding), texts };
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
    const hash = hashOfDocument(settings, path, hashOf(bytes));
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
        yield {
          path,
          state: "",
          hash: "",
          finding: written(undefined, problems),
          texts: [],
          lasting: false,
        };
      } else if (read.document === null) {
        yield { path, state: read.state, hash: read.hash, texts: [], lasting: true };
      } else {
        const { state, hash, milliseconds } = read;
        const lasting = !problems.some(({ code }) => ofTheMachine.has(code));
        // Only here: keeping a text must not be interrupted, as reading may be.
        const { document, texts } = takeTexts(read.document, read.html, keep);
        yield {
          path,
          state,
          hash,
          finding: written(document, problems),
          texts,
          lasting,
          milliseconds,
        };
      }
      problems = [];
    }
  };
}

/** What of a document is in its row, and the names of the texts that lie elsewhere. */
function takeTexts(
  document: Finding["document"],
  html: string,
  keep: Bodies["keep"],
): Pick<WrittenFinding, "document"> & Pick<Read, "texts"> {
  if (!document) return { texts: [] };
  const body = keep(html);
  if (document.kind === "unfinished") return { document: { ...document, body }, texts: [body] };
  const { head, details } = takeApart(document);
  return { document: head, texts: [body, keep(details)] };
}

function written(document: WrittenFinding["document"], problems: Problem[]): string {
  const finding: WrittenFinding = {
    ...(document && { document }),
    ...(problems.length > 0 && { problems }),
  };
  return JSON.stringify(finding);
}

import matter from "gray-matter";
import type { OpeningCause } from "../messages/zh-Hans.ts";
import {
  type Problem,
  type ProblemCode,
  type ProblemParams,
  problem,
} from "../problems/problem.ts";
import { standingFolder } from "./address.ts";

/** The two parts of an article's text. */
export interface FrontMatter {
  /** The YAML, starting with the line break of line 1, so that its line numbers are the file's. */
  yaml: string;
  body: string;
  /** The line of the file on which the body starts, 1-based. */
  bodyLine: number;
}

const maxBytes = 16 * 1024;

/** A line of a front matter: a field, or what may belong to the one above it. */
const field = /^(?:\s.*|- .*|#.*|["']?[\p{L}_-]+["']?\s*[:：].*|)$/u;

/** What an input method, or Word, makes of three hyphens. */
const meantAsEnd = /^(?:[－﹣–—―−─-]{3,}|—{1,2}|－{2}-?)\s*$/;
const anyDash = /\n[－﹣–—―−─-]/;

/**
 * Splits a text into its front matter and its body.
 *
 * gray-matter runs JavaScript for a first line such as `---js`, also with that engine switched off,
 * and takes any line that starts with `---` for the end: so it is only called once both delimiters
 * are known to be exactly `---`, with options (else it caches) and with an engine that parses
 * nothing.
 */
export function splitFrontMatter(
  file: string,
  text: string,
  report: (problem: Problem) => void,
): FrontMatter | undefined {
  const tell = <C extends ProblemCode>(code: C, line: number, params: ProblemParams<C>) => {
    report(problem(code, { file, line, column: 1 }, params));
    return undefined;
  };
  if (!text.startsWith("---\n")) {
    const standing = file.startsWith(`${standingFolder}/`);
    return tell("front-matter-open", 1, { standing, ...openingOf(text) });
  }
  const close = text.indexOf("\n---", 3);
  const isEnd = close !== -1 && /^---(?:\n|$)/.test(text.slice(close + 1, close + 5));
  const other = isEnd && !anyDash.test(text.slice(0, close)) ? undefined : firstOther(text);
  if (other && meantAsEnd.test(other.text)) {
    return tell("front-matter-close", other.line, { found: false, written: other.text.trim() });
  }
  if (close === -1) {
    const line = other?.line;
    return tell("front-matter-close", line ?? 1, { found: false, ...(line && { line }) });
  }
  if (!isEnd) {
    return tell("front-matter-close", lineAt(text, close + 1), { found: true });
  }
  const head = text.slice(0, close + "\n---".length);
  if (Buffer.byteLength(head) - "\n---".length > maxBytes) {
    const { line, length } = longestLine(text.slice(0, close));
    return tell("front-matter-large", line, { max: "16 KB", line, length });
  }
  let yaml = "";
  const capture = (source: string) => {
    yaml = source;
    return {};
  };
  matter(head, { language: "yaml", engines: { yaml: { parse: capture } } });
  const body = text.slice(head.length + 1);
  return { yaml, body, bodyLine: lineAt(text, text.length - body.length) };
}

/** What keeps the first line from being `---`. */
function openingOf(text: string): { cause: OpeningCause; extra?: string } {
  if (text.trim() === "") return { cause: "empty" };
  if (/^\s+---(?:\n|$)/.test(text)) return { cause: /^\s*\n/.test(text) ? "blank" : "space" };
  const extra = /^---(.{1,40})/.exec(text)?.[1];
  if (extra === undefined) return { cause: "other" };
  return extra.trim() ? { cause: "extra", extra: extra.trim() } : { cause: "space" };
}

/** The first line after line 1 that no front matter has, unless its end comes before. */
function firstOther(text: string): { line: number; text: string } | undefined {
  let line = 1;
  for (let start = text.indexOf("\n") + 1; start > 0; start = text.indexOf("\n", start) + 1) {
    line++;
    const end = text.indexOf("\n", start);
    const here = text.slice(start, end === -1 ? undefined : end);
    if (here === "---") return undefined;
    if (!field.test(here)) return { line, text: here };
  }
  return undefined;
}

function longestLine(text: string): { line: number; length: number } {
  const lengths = text.split("\n").map((line) => line.length);
  const length = lengths.reduce((longest, one) => Math.max(longest, one), 0);
  return { line: lengths.indexOf(length) + 1, length };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
  }
  return line;
}

import { isMap, isSeq, parseDocument, type YAMLError } from "yaml";
import type { Position, ProblemParams } from "../problems/problem.ts";
import { fieldShapes } from "./field-names.ts";

/** What an editor did, and the line as it should be written where that is certain. */
export type YamlCause = ProblemParams<"yaml-syntax">;

/** A cause, and the place where it has to be mended, which the parser often notices only later. */
export interface FoundCause extends Position {
  cause: YamlCause;
}

type Lines = readonly string[];

type Code = YAMLError["code"];

/** A line as it should be written, and whether Chinese quotes were taken for quotes. */
type Written = Pick<YamlCause, "right" | "chinese">;

/** A line of the form `name: value`, also as an item of a list. */
const keyLine = /^(?<indent>\s*)(?:- +)?(?<key>[\p{L}\p{N}_-]+):(?:[ \t]+(?<value>.*))?$/u;

/** No line that an editor writes is longer, and no hint needs to repeat one that is. */
const maxLength = 300;

const closing: Record<string, string> = { "[": "]", "{": "}" };

/**
 * Makes a function that tells from a parser's error what an editor most likely did, or nothing where
 * that can't be told. The lines are looked through once, however many errors there are.
 */
export function causesIn(lines: Lines) {
  const open = firstOpen(lines);
  const start = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  const startsIndented = partsOf(lines[start]) !== undefined && indentOf(lines[start]) > 0;
  const nested = lines.findIndex((line) => /^\s+\S/.test(line));

  return ({ code, message }: Pick<YAMLError, "code" | "message">, at: Position) => {
    const index = at.line - 1;
    const text = lines[index] ?? "";
    if (text.length > maxLength) return undefined;
    if (code === "MULTIPLE_DOCS") return { cause: { cause: "document" }, ...at } as const;
    if (open && open.line <= at.line) return open;
    const indented =
      startsIndented && index > start && indentOf(text) === 0
        ? start
        : indentedLine(code, lines, index);
    if (indented !== undefined) return indentCause(lines, indented, nested >= indented);
    const cause = causeIn(code, message, text);
    if (cause?.cause !== "colon") return cause && { cause, ...at };
    const { value = "" } = partsOf(text) ?? {};
    const column = text.lastIndexOf(value) + value.search(/:(?:\s|$)/) + 1;
    return { cause, line: at.line, column };
  };
}

/** The cause of a name that has a space beside it which YAML does not know as one. */
export function wideSpaceCause(name: string, line: string): YamlCause {
  return { cause: "wide-space", ...ifRight(line.replace(name, name.trim()).trim()) };
}

/** A line with all that stands from a column on, from 1, in quotes, if that makes it right. */
export function quotedFrom(text: string, column: number): Written {
  const value = text.slice(column - 1).trimEnd();
  return { ...ifRight(`${text.slice(0, column - 1).trim()} ${quoted(value)}`), ...chinese(value) };
}

/** The same, without quotes where the text has asterisks around it: bold there is none. */
export function plainOrQuotedFrom(text: string, column: number): Written {
  const bold = /^\*+([^*]+)\*+$/.exec(text.slice(column - 1).trim())?.[1];
  const plain = bold ? ifRight(`${text.slice(0, column - 1).trim()} ${bold}`) : {};
  return plain.right ? plain : quotedFrom(text, column);
}

function partsOf(line = ""): { key: string; value: string } | undefined {
  const groups = line.length > maxLength ? undefined : keyLine.exec(line)?.groups;
  return groups && { key: groups["key"] ?? "", value: (groups["value"] ?? "").trimEnd() };
}

function indentOf(line = ""): number {
  return line.length - line.trimStart().length;
}

/** The cause of an error on the line that has the mistake. */
function causeIn(code: Code, message: string, text: string): YamlCause | undefined {
  if (code === "BLOCK_IN_FLOW" || /\bflow (?:sequence|map)/i.test(message)) {
    return { cause: "flow" };
  }
  const parts = partsOf(text);
  if (!parts) return /[:：]/.test(text) ? undefined : { cause: "no-colon" };
  const { key, value } = parts;
  const [, name = ""] = /^([\p{L}_-]+)\s*[:：]/u.exec(value) ?? [];
  const shape = fieldShapes().get(key);
  if (shape?.names.includes(name)) {
    const sub = shape.list ? `  - ${value}` : `  ${value}`;
    return { cause: "nested", character: name, lines: [`${key}:`, sub] };
  }
  const first = value[0] ?? "";
  const right = (written: string) => rightLine(text, value, written);
  if (code === "BAD_DQ_ESCAPE") {
    return { cause: "escape", ...right(quoted(value.replace(/^"|"$/g, ""))) };
  }
  const bracket = closing[first];
  if (bracket && code === "BLOCK_AS_IMPLICIT_KEY") return { cause: "flow" };
  const cause = { ...right(quoted(value)), ...chinese(value) };
  if (first === '"' || first === "'") return { cause: "after-quote", ...cause };
  if (bracket) return { cause: "after-bracket", character: bracket, ...cause };
  if (first === "-") return { cause: "dash", ...cause };
  if (/[\]}@%`*&!|>,?]/.test(first)) return { cause: "start", character: first, ...cause };
  if (!/:(?:\s|$)/.test(value)) return undefined;
  const plain = right(value.replace(/:(?:\s+|$)/g, "：")).right;
  return { cause: "colon", ...cause, ...(plain && { plain }) };
}

/** The first line whose quote or bracket is not closed before the next name. */
function firstOpen(lines: Lines): FoundCause | undefined {
  for (const [index, text] of lines.entries()) {
    const { value = "" } = partsOf(text) ?? {};
    const character = missingEnd(value);
    if (!character || goesOn(lines[index + 1])) continue;
    const isQuote = character === '"' || character === "'";
    // The quote or bracket of a Chinese keyboard was meant to close it.
    const body = value.replace(isQuote ? /[”’＂＇\s]+$/u : /[】］｝）\s,，、]+$/u, "");
    const end = character === "}" ? " }" : character;
    const cause = {
      cause: isQuote ? ("quote-open" as const) : ("bracket-open" as const),
      character,
      ...rightLine(text, value, body + end),
    };
    return { cause, line: index + 1, column: text.length + 1 };
  }
  return undefined;
}

/** What a value lacks at its end: the quote or bracket that it opens; empty where it is whole. */
function missingEnd(value: string): string {
  const first = value[0] ?? "";
  if (first === '"') return /^"(?:[^"\\]|\\.)*"/.test(value) ? "" : first;
  if (first === "'") return /^'(?:[^']|'')*'/.test(value) ? "" : first;
  const close = closing[first];
  if (!close) return "";
  const bare = value.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, "");
  return bare.split(first).length > bare.split(close).length ? close : "";
}

/** May this line be the rest of a value that was begun above it? */
function goesOn(line: string | undefined): boolean {
  return line !== undefined && /^\s+\S/.test(line) && partsOf(line) === undefined;
}

/** The line, from 0, that starts further right than it may, or at no column of a line above it. */
function indentedLine(code: Code, lines: Lines, index: number): number | undefined {
  const above = partsOf(lines[index]);
  if (code === "BAD_INDENT") return index;
  if (code === "MISSING_CHAR" && above && indentOf(lines[index]) > 0) return index;
  if (code !== "BLOCK_AS_IMPLICIT_KEY" && code !== "MULTILINE_IMPLICIT_KEY") return undefined;
  const next = index + 1;
  // The line above holds its value already, so nothing of its own can stand below it.
  if (!above?.value || /:(?:\s|$)/.test(above.value) || !partsOf(lines[next])) return undefined;
  return indentOf(lines[next]) > indentOf(lines[index]) ? next : undefined;
}

function indentCause(lines: Lines, index: number, isTop: boolean): FoundCause {
  const text = lines[index] ?? "";
  const indent = indentOf(text);
  const cause = /[^ \t]/.test(text.slice(0, indent)) ? "wide-space" : "indent";
  const right = isTop ? ifRight(text.trim()) : {};
  return { cause: { cause, ...right }, line: index + 1, column: indent + 1 };
}

function rightLine(text: string, value: string, written: string): { right?: string } {
  return ifRight(`${text.slice(0, text.lastIndexOf(value))}${written}`.trim());
}

/** A line as it should be written, if it is right by itself. */
function ifRight(line: string): { right?: string } {
  if (line.length > maxLength) return {};
  const { contents, errors } = parseDocument(line, { schema: "failsafe", logLevel: "error" });
  const isOne = line.startsWith("- ") ? isSeq(contents) : isMap(contents);
  return errors.length === 0 && isOne ? { right: line } : {};
}

/** Chinese quotes around a value, which are meant as quotes of YAML. */
const chineseQuotes = /^[“”‘’＂「『]([^“”‘’＂「」『』]*)[“”‘’＂」』]$/;

function chinese(value: string): { chinese?: true } {
  return chineseQuotes.test(value) ? { chinese: true } : {};
}

/** A text as a YAML value in quotes, in those that need no escapes where there are such. */
function quoted(written: string): string {
  const text = written.replace(chineseQuotes, "$1");
  if (!/["\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return JSON.stringify(text);
}

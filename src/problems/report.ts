import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";
import type { Catalogue } from "../messages/index.ts";
import { printable } from "./invisible.ts";
import { explain, type Problem } from "./problem.ts";

/** How many display columns of a long line are shown before and after the place of a problem. */
const before = 36;
const after = 40;

/**
 * Problems as text for people, under the name of their file: place, level, message, code, the line
 * with a mark under the place, and the hint. `folder` is the content folder as the editor calls it;
 * colours only where `colour` says so. Problems come sorted by file.
 */
export function formatProblems(
  problems: readonly Problem[],
  folder: string,
  texts: Catalogue,
  colour: boolean,
): string {
  const style: Style = (format, text) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines = linesOf(folder);
  let file: string | undefined;
  return problems
    .map((found) => {
      const head = found.file === file ? [] : [style("bold", printable(pathOf(found, folder)))];
      file = found.file;
      const body = formatProblem(found, lines(file)[found.line - 1] ?? "", texts, style);
      return `${[...head, ...body.map((line) => `  ${line}`)].join("\n")}\n`;
    })
    .join("\n");
}

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

function formatProblem(found: Problem, text: string, texts: Catalogue, style: Style): string[] {
  const { line, column, level, code } = found;
  const { message, hint, lines = [] } = explain(found, texts);
  const { levels, hintLabel } = texts.commands;
  const label = style(level === "error" ? "red" : "yellow", levels[level]);
  // A problem of the whole file is told at its first line, which says nothing of it.
  const isWhole = line === 1 && column === 1 && text === "---";
  const frame = isWhole ? [] : (codeFrame(text, line, column) ?? []);
  return [
    `${line}:${column} ${label} ${printable(message)} [${code}]`,
    ...frame.map((row) => style("dim", `  ${row}`)),
    `  ${hintLabel}${printable(hint)}`,
    ...lines.map((row) => `    ${printable(row)}`),
  ];
}

/** The path of a file of the content folder as the editor writes it: `content/news/2017/a.md`. */
export function pathOf({ file }: { file: string }, folder: string): string {
  return join(folder, file).replaceAll("\\", "/");
}

/** How many errors and warnings there are, in how many files. */
export function countProblems(problems: readonly Problem[]) {
  const errors = problems.filter(({ level }) => level === "error").length;
  const files = new Set(problems.map(({ file }) => file)).size;
  return { errors, warnings: problems.length - errors, files };
}

/** The lines of files, the last one read kept: problems come sorted by file. */
function linesOf(folder: string): (file: string) => string[] {
  let last: { file: string; lines: string[] } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, lines: readLines(join(folder, file)) };
    return last.lines;
  };
}

function readLines(path: string): string[] {
  if (!/\.(?:md|yaml)$/.test(path)) return [];
  try {
    // A link may lead anywhere, to secrets of the machine too: it is reported, never shown.
    if (!lstatSync(path).isFile()) return [];
    return new TextDecoder("utf-8", { fatal: true })
      .decode(readFileSync(path).subarray(0, 1 << 20), { stream: true })
      .split(/\r\n?|\n/);
  } catch {
    return [];
  }
}

/**
 * The line of a problem and a mark under its place, or nothing for an empty line. Han characters
 * take two columns of a terminal; a long line is cut around the place.
 */
export function codeFrame(text: string, line: number, column: number): string[] | undefined {
  if (!/\S/.test(text)) return undefined;
  const at = column - 1;
  // Two UTF-16 units a character at most, and one more to tell that the line was cut.
  // A tab that indents a line is told about, and looks like spaces.
  const shown = text.replace(/^[ \t]+/, (indent) => indent.replaceAll("\t", "▯"));
  const head = takeEnd(printable(shown.slice(Math.max(0, at - 2 * before - 2), at)), before);
  const tail = takeStart(printable(shown.slice(at, at + 2 * after + 2)), after);
  const gutter = String(line);
  const mark = `${" ".repeat(width(head))}^`;
  return [`${gutter} | ${head}${tail}`, `${" ".repeat(gutter.length)} | ${mark}`];
}

function takeStart(text: string, limit: number): string {
  let taken = "";
  for (const character of text) {
    if (width(taken) >= limit) return `${taken}…`;
    taken += character;
  }
  return taken;
}

function takeEnd(text: string, limit: number): string {
  const characters = Array.from(text);
  let taken = "";
  for (const character of characters.reverse()) {
    if (width(taken) >= limit) return `…${taken}`;
    taken = character + taken;
  }
  return taken;
}

/** How many columns of a terminal a text takes; Han characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  return columns;
}

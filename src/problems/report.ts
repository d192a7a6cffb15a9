import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";
import type { Catalogue } from "../messages/index.ts";
import { explain, type Problem } from "./problem.ts";

/** How many display columns of a long line are shown before and after the place of a problem. */
const before = 36;
const after = 40;

/**
 * Problems as text for people: place, message, the line with a mark under the place, and the hint.
 * `folder` is the content folder as the editor calls it; colours only where `colour` says so.
 */
export function formatProblems(
  problems: readonly Problem[],
  folder: string,
  texts: Catalogue,
  colour: boolean,
): string {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines = linesOf(folder);
  return problems
    .map((found) => {
      const { message, hint } = explain(found, texts);
      const place = printable(placeOf(found, folder));
      const parts = [`${style("bold", place)} ${style("red", printable(message))} [${found.code}]`];
      const frame = codeFrame(lines(found.file)[found.line - 1] ?? "", found.line, found.column);
      if (frame) parts.push(...frame.map((line) => style("dim", `  ${line}`)));
      parts.push(`  ${texts.commands.hintLabel}${printable(hint)}`);
      return `${parts.join("\n")}\n`;
    })
    .join("\n");
}

/** Where a problem is, as editors and terminals write it: `content/news/2017/a.md:3:7`. */
export function placeOf({ file, line, column }: Problem, folder: string): string {
  return `${join(folder, file)}:${line}:${column}`;
}

/** How many files have problems. */
export function filesOf(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file }) => file)).size;
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
  const head = takeEnd(printable(text.slice(Math.max(0, at - 2 * before - 2), at)), before);
  const tail = takeStart(printable(text.slice(at, at + 2 * after + 2)), after);
  const gutter = String(line);
  const mark = `${" ".repeat(width(head))}^`;
  return [`${gutter} | ${head}${tail}`, `${" ".repeat(gutter.length)} | ${mark}`];
}

/** A text without the control characters that would garble or steer a terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replace(/[\u0000-\u001F\u007F-\u009F]/g, " ");
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

function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  return columns;
}

import type { Token } from "markdown-it";
import type { TableCause } from "../messages/zh-Hans.ts";
import type { Environment } from "./environment.ts";
import { type Line, runsOf } from "./paragraph-lines.ts";
import { shorten } from "./shorten.ts";

const row = /^[|｜].+[|｜]$/;
/** What stands between the bars of `|a| + |b|`. */
const operation = /\|\s*[+×÷=<>≤≥±]+\s*\|/;
const cell = "\\s*:?[-－﹣–—―−─]+:?\\s*";
/** The row below a table's head, whatever dashes and bars it is made of. */
const anyDelimiterRow = new RegExp(`^[|｜]?${cell}(?:[|｜]${cell})+[|｜]?$`);
const foreignDash = /[－﹣–—―−─]/;

/**
 * Reports a table that is none, once: its bars or dashes are not those of the keyboard's English
 * layout, it lacks the row of hyphens below its head, it is indented too far, or a blank line parts
 * it from the rows above. One whose head does not fit that row is told by `table-head`.
 */
export function tableMarks(lines: readonly Line[], around: Around, { report }: Environment): void {
  const tell = (cause: TableCause, { at, text }: Line) =>
    report("table-leftover", [at, at + 1], {
      cause,
      line: shorten(text.replaceAll("｜", "|")),
      row: delimiterRowFor(columnsOf(text)),
    });

  const [start] = lines;
  if (start && around.isBelowRow && isRow(start.text)) {
    tell("blank", start);
    return;
  }
  const delimiter = lines.findIndex(
    ({ text }, index) => anyDelimiterRow.test(text) && /[|｜]/.test(lines[index - 1]?.text ?? ""),
  );
  const head = lines[delimiter - 1];
  const below = lines[delimiter];
  if (head && below) {
    const wide = [head, below].find(({ text }) => text.includes("｜"));
    if (wide) tell("bars", wide);
    else if (foreignDash.test(below.text)) tell("dashes", below);
    else if (columnsOf(head.text) === columnsOf(below.text)) tell("indent", head);
    return;
  }
  const [first] = runsOf(lines, ({ text }) => row.test(text));
  const alone = around.isAboveRow ? undefined : lines.find(({ text }) => isRow(text));
  if (first) tell(first.text.includes("｜") ? "bars" : "row", first);
  else if (alone) tell("alone", alone);
}

/** Is a line by itself a row, of two cells or more? `｜ 首页 ｜ 关于 ｜` may be meant as it is. */
function isRow(text: string): boolean {
  const isWhole = text.startsWith("|") && /(?<!\\)\|$/.test(text) && /[^\s|]/.test(text);
  return isWhole && columnsOf(text) > 1 && !operation.test(text);
}

/** Does a paragraph stand below a table or a row, and above another row? */
interface Around {
  isBelowRow: boolean;
  isAboveRow: boolean;
}

/** What stands around the paragraph whose inline token is at an index, for `tableMarks`. */
export function rowsAround(tokens: readonly Token[], index: number): Around {
  const before = tokens[index - 2]?.type;
  const above = before === "paragraph_close" ? (tokens[index - 3]?.content ?? "") : "";
  const isNextParagraph = tokens[index + 2]?.type === "paragraph_open";
  const below = isNextParagraph ? (tokens[index + 3]?.content ?? "") : "";
  return {
    isBelowRow: before === "table_close" || isRow(above.slice(above.lastIndexOf("\n") + 1).trim()),
    isAboveRow: isRow(/.*/.exec(below)?.[0].trim() ?? ""),
  };
}

/** How many cells a row has, whichever bars stand between them. */
function columnsOf(text: string): number {
  const inner = text.replace(/^[|｜]/, "").replace(/(?<!\\)[|｜]$/, "");
  return inner.split(/(?<!\\)[|｜]/).length;
}

// A hint is no place for more.
const maxColumns = 8;

/** The row below a head of so many cells. */
export function delimiterRowFor(columns: number): string {
  return `|${" --- |".repeat(Math.min(columns, maxColumns))}`;
}

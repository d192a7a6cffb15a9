import type { TableCause } from "../messages/zh-Hans.ts";
import type { Environment } from "./environment.ts";
import { type Line, runsOf } from "./paragraph-lines.ts";
import { shorten } from "./shorten.ts";

const row = /^[|｜].+[|｜]$/;
const cell = "\\s*:?[-－﹣–—―−─]+:?\\s*";
/** The row below a table's head, whatever dashes and bars it is made of. */
const anyDelimiterRow = new RegExp(`^[|｜]?${cell}(?:[|｜]${cell})+[|｜]?$`);
const foreignDash = /[－﹣–—―−─]/;

/**
 * Reports a table that is none, once: its bars or dashes are not those of the keyboard's English
 * layout, it lacks the row of hyphens below its head, or it is indented too far. One whose head does
 * not fit that row is told by `table-head`.
 */
export function tableMarks(lines: readonly Line[], { report }: Environment): void {
  const tell = (cause: TableCause, { at, text }: Line) =>
    report("table-leftover", [at, at + 1], {
      cause,
      line: shorten(text.replaceAll("｜", "|")),
      row: delimiterRowFor(columnsOf(text)),
    });

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
  if (first) tell(first.text.includes("｜") ? "bars" : "row", first);
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

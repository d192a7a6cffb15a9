import type { MarkdownIt, Token } from "markdown-it";
import { type Environment, environmentOf } from "./environment.ts";
import { shorten } from "./shorten.ts";
import { delimiterRowFor } from "./table-marks.ts";

/**
 * Tables scroll inside a group of their own on narrow screens, which the keyboard can reach
 * (WCAG 2.1.1), and tell the alignment of their cells by class, so that pages need no inline styles.
 */
export function tables(markdown: MarkdownIt, label: string): void {
  const name = markdown.utils.escapeHtml(label);
  markdown.renderer.rules["table_open"] = () =>
    `<div class="table" role="group" aria-label="${name}" tabindex="0"><table>\n`;
  markdown.renderer.rules["table_close"] = () => "</table></div>\n";
  markdown.core.ruler.push("table_rows", ({ src, tokens, env }) => {
    if (!src.includes("|")) return;
    for (const [at, token] of tokens.entries()) {
      if (token.type === "table_open") checkRows(tokens, at, environmentOf(env));
    }
  });
  markdown.core.ruler.push("table_heads", ({ src, tokens, env }) => {
    if (!src.includes("|")) return;
    for (const { type, map } of tokens) {
      if (type === "paragraph_open" && map) checkHead(map, environmentOf(env));
    }
  });
  markdown.core.ruler.push("cell_alignment", ({ src, tokens }) => {
    if (!src.includes("|")) return;
    for (const token of tokens) {
      if (!token.attrs) continue;
      const align = /^text-align:(\w+)$/.exec(String(token.attrGet("style")))?.[1];
      if (!align) continue;
      token.attrs = token.attrs.filter(([attribute]) => attribute !== "style");
      token.attrJoin("class", `align-${align}`);
    }
  });
}

/** Reports rows whose last cells would be dropped, and a line that is no row but became one. */
function checkRows(tokens: readonly Token[], open: number, { lines, report }: Environment): void {
  let columns = 0;
  for (let at = open; tokens[at] && tokens[at]?.type !== "thead_close"; at++) {
    if (tokens[at]?.type === "th_open") columns++;
  }
  const [start, end] = tokens[open]?.map ?? [0, 0];
  for (let line = start + 2; line < end; line++) {
    const row = lines[line] ?? "";
    const cells = cellCount(row);
    if (row.includes("｜") && cells < columns) reportBars(row, line, columns, report);
    else if (!row.includes("|") && columns > 1) report("table-end", [line, line + 1], {});
    else if (cells > columns) report("table-cells", [line, line + 1], { cells, columns });
  }
}

/** Reports a row in which full-width bars do not part the cells. */
function reportBars(
  row: string,
  line: number,
  columns: number,
  report: Environment["report"],
): void {
  report("table-leftover", [line, line + 1], {
    cause: "bars",
    line: shorten(row.trim().replaceAll("｜", "|")),
    row: delimiterRowFor(columns),
  });
}

const delimiterRow = /^\s*(?:>\s*)*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Reports the head of a table that is none, as it has more or fewer cells than the row below it. */
function checkHead([start, end]: readonly [number, number], { lines, report }: Environment): void {
  for (let line = start + 1; line < end; line++) {
    const head = lines[line - 1] ?? "";
    // Full-width bars are told by what looks for tables that are none.
    if (!head.includes("|") || head.includes("｜") || !delimiterRow.test(lines[line] ?? ""))
      continue;
    const cells = cellCount(head);
    const columns = cellCount(lines[line] ?? "");
    if (cells !== columns) report("table-head", [line - 1, line], { cells, columns });
  }
}

function cellCount(row: string): number {
  const inner = row
    .trim()
    .replace(/^(?:>\s*)*\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).length;
}

import type { Token } from "markdown-it";

/** A line of a paragraph as it is written. */
export interface Line {
  /** Counted from 0 in the body. */
  at: number;
  /** Without the spaces around it, full-width ones as well. */
  text: string;
  /** Does it begin with text: is an asterisk at its start none of emphasis? */
  plain: boolean;
  /** Does it run on from the line before it, without a line break on the page? */
  runsOn: boolean;
}

/**
 * The lines of a paragraph from its inline token, before texts are joined, and its first line in the
 * body. Where code, a link's title or the like goes over a line's end, only the first line is given:
 * tokens do not tell which of the ends it was.
 */
export function linesOf({ content, children }: Token, start: number): Line[] {
  const tokens = children ?? [];
  const written = content.split("\n");
  const starts = [{ first: tokens[0], runsOn: false }];
  for (const [index, { type }] of tokens.entries()) {
    if (type !== "softbreak" && type !== "hardbreak") continue;
    starts.push({ first: tokens[index + 1], runsOn: type === "softbreak" });
  }
  const known = starts.length === written.length ? starts : starts.slice(0, 1);
  return known.map(({ first, runsOn }, index) => ({
    at: start + index,
    text: (written[index] ?? "").trim(),
    plain: first?.type === "text" && first.content !== "",
    runsOn,
  }));
}

/** The first line of each longest run of two or more lines that run on and pass a test. */
export function runsOf(
  lines: readonly Line[],
  test: (line: Line, above?: Line) => boolean,
): Line[] {
  const found: Line[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const above = length > 0 && line.runsOn ? lines[index - 1] : undefined;
    if (above && test(line, above)) length++;
    else length = test(line) ? 1 : 0;
    if (length === 2 && above) found.push(above);
  }
  return found;
}

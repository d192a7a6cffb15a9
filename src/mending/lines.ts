/** A text in parts: its lines without their ends, and the ends. */
export interface Lines {
  lines: readonly string[];
  /** `\n`, `\r\n` or `\r` behind each line, and nothing behind the last. */
  ends: readonly string[];
}

/** Takes a text apart so that `joinLines` gives the same again. */
export function splitLines(text: string): Lines {
  const parts = text.split(/(\r\n?|\n)/);
  const lines = parts.filter((_, index) => index % 2 === 0);
  return { lines, ends: [...parts.filter((_, index) => index % 2 === 1), ""] };
}

/** The text of these lines. */
export function joinLines({ lines, ends }: Lines): string {
  return lines.map((line, index) => line + ends[index]).join("");
}

/** How many unchanged lines are shown before and after a change. */
const context = 1;

/**
 * What changed in lines of which none came or went, as the hunks of a unified diff; empty where
 * nothing did. Line for line there is nothing to search for, however many have changed.
 */
export function hunksOf(before: Lines, now: readonly string[]): string {
  const { lines, ends } = before;
  // The empty line behind the last end is none to a diff.
  const count = lines.length - (lines.at(-1) === "" && now.at(-1) === "" ? 1 : 0);
  const changed = [...lines.keys()].filter((index) => lines[index] !== now[index]);
  const ranges: { start: number; end: number }[] = [];
  for (const index of changed) {
    const start = Math.max(0, index - context);
    const end = Math.min(count, index + 1 + context);
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  const written = (sign: string, from: readonly string[], index: number) => {
    const end =
      ends[index] === "" ? "\n\\ No newline at end of file" : ends[index] === "\r\n" ? "\r" : "";
    return `${sign}${from[index]}${end}\n`;
  };
  return ranges
    .map(({ start, end }) => {
      const place = `${start + 1},${end - start}`;
      let body = "";
      for (let index = start; index < end; ) {
        if (lines[index] === now[index]) body += written(" ", lines, index++);
        else {
          let next = index;
          while (next < end && lines[next] !== now[next]) next++;
          for (let at = index; at < next; at++) body += written("-", lines, at);
          for (let at = index; at < next; at++) body += written("+", now, at);
          index = next;
        }
      }
      return `@@ -${place} +${place} @@\n${body}`;
    })
    .join("");
}

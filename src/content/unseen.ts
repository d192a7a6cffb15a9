import { codePointOf, hidden, turning, unseen } from "../problems/invisible.ts";
import { type Problem, problem } from "../problems/problem.ts";

/**
 * Reports the characters of a text that nobody sees but that change what is read or found, the first
 * of each kind in a line.
 */
export function reportUnseen(file: string, text: string, report: (problem: Problem) => void): void {
  if (!unseen.test(text)) return;
  for (const [index, line] of text.split("\n").entries()) {
    for (const [code, kind] of [
      ["bidi-character", turning],
      ["invisible-character", hidden],
    ] as const) {
      const found = kind.exec(line);
      if (!found) continue;
      const place = { file, line: index + 1, column: found.index + 1 };
      report(problem(code, place, { codePoint: codePointOf(found[0]) }));
    }
  }
}

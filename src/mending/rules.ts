import type { Problem, ProblemCode } from "../problems/problem.ts";
import type { Change } from "./change.ts";
import { delimiterChanges } from "./delimiters.ts";
import { frontOf } from "./front.ts";
import { yamlRules } from "./yaml-rules.ts";

/**
 * The signs of no width that no script needs among those of Chinese and Western ones: marks of
 * direction (U+200E, U+200F) and the vowel separator of Mongolian (U+180E) are none of them.
 */
export const mendableSigns = "\u00AD\u200B\u2060\uFEFF";

const unseen = new RegExp(`[${mendableSigns}]`, "gu");

/** Letters of scripts that may need them: Thai and Khmer, for one, have no spaces between words. */
const otherLetters =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}]/u;

/** A line that was meant as a heading: a single mark could be a title or a topic. */
const attempt =
  /^( {0,3})[\u3000\u00A0]*(?:(#{2,6})[\u3000\u00A0]*|(＃{2,6})[ \t\u3000\u00A0]*)([^\s#＃][^#＃]*)$/;

const delimiterCodes = /^front-matter-(?:open|close)$/;
const textCodes = /^(?:byte-order-mark|invisible-character|heading-space)$/;

/** May what is wrong be mended without an editor? */
export function isMendable(code: ProblemCode): boolean {
  return textCodes.test(code) || isCertain(code);
}

function isCertain(code: ProblemCode): boolean {
  return code in yamlRules || delimiterCodes.test(code);
}

/** Changes of which nothing has to be said but what was wrong in their lines. */
export function certainChanges(problems: readonly Problem[], lines: readonly string[]): Change[] {
  const changes = new Map<number, Change>();
  const known = problems.filter(({ code }) => isCertain(code));
  if (known.length === 0) return [];
  const front = frontOf(lines);
  for (const found of known) {
    const proposed = yamlRules[found.code]?.(found, front) ?? delimiterChanges(found, lines);
    for (const change of proposed) {
      // Of two changes of a line one is made later, from the line as it is then.
      if (change.text !== lines[change.index]) changes.set(change.index, change);
    }
  }
  return [...changes.values()];
}

/** Changes that take away the signs that nobody sees; some could make syntax of what was text. */
export function unseenChanges(problems: readonly Problem[], lines: readonly string[]): Change[] {
  return linesOf("invisible-character", problems).flatMap((index) => {
    const line = lines[index] ?? "";
    const text = line.replace(unseen, "");
    return text === line || otherLetters.test(line) ? [] : [{ index, text }];
  });
}

/** Changes that make headings of lines such as `##标题`; some could break what they stand in. */
export function headingChanges(problems: readonly Problem[], lines: readonly string[]): Change[] {
  const changes = new Map<number, Change>();
  for (const first of linesOf("heading-space", problems)) {
    // The next line is told only once this one is a heading and no longer part of its paragraph.
    for (let index = first; !changes.has(index); index++) {
      const [, indent = "", half, full, text = ""] = attempt.exec(lines[index] ?? "") ?? [];
      const marks = half ?? full;
      if (marks === undefined) break;
      changes.set(index, { index, text: `${indent}${"#".repeat(marks.length)} ${text}` });
    }
  }
  return [...changes.values()];
}

function linesOf(code: ProblemCode, problems: readonly Problem[]): number[] {
  const found = problems.filter((one) => one.code === code);
  return [...new Set(found.map(({ line }) => line - 1))];
}

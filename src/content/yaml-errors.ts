import type { YAMLParseError } from "yaml";
import { type Position, type Problem, problem } from "../problems/problem.ts";
import { chineseNames } from "./field-names.ts";
import { causesIn } from "./yaml-cause.ts";

/** A longer value, in UTF-16 units, is not repeated in a hint. */
const maxShown = 60;

/** Key lines with a full-width colon, or with no space after the colon: both would be lost text. */
export function reportColons(
  file: string,
  source: string,
  report: (problem: Problem) => void,
): boolean {
  let found = false;
  for (const [index, line] of source.split("\n").entries()) {
    const wrong = /^([\p{L}_][\p{L}_-]*)(?:\s*[：﹕]|\s+:|:(?![ \t]|$))/u.exec(line);
    if (!wrong?.[1]) continue;
    const place = { file, line: index + 1, column: wrong[1].length + 1 };
    report(problem("yaml-colon", place, colonOf(wrong[1], line)));
    found = true;
  }
  return found;
}

/** Reports what the YAML parser stumbled over, as the mistake that an editor most likely made. */
export function reportSyntax(
  file: string,
  source: string,
  errors: readonly YAMLParseError[],
  at: (offset: number) => Position,
  report: (problem: Problem) => void,
): void {
  const lines = source.split("\n");
  const causeOf = causesIn(lines);
  const told = new Set<number>();
  for (const error of errors) {
    const { code, pos } = error;
    // After an empty value the parser's offset is still on that line: the key is what comes next.
    const start = pos[0] + (code === "DUPLICATE_KEY" ? source.slice(pos[0]).search(/\S/) : 0);
    const place = { file, ...at(start) };
    const text = lines[place.line - 1] ?? "";
    const fullWidth = /^\s*(?:- )?([\p{L}_-]+)\s*：/u.exec(text);
    // One mistake makes the parser stumble several times: the first on each line is the one to mend,
    // and once it is out of step every later line seems wrong to it.
    if (told.has(place.line) || (told.size > 0 && /in YAML stream/.test(error.message))) continue;
    told.add(place.line);
    if (code === "DUPLICATE_KEY") {
      const key = /^[^\s:]*/.exec(source.slice(start))?.[0] ?? "";
      report(problem("yaml-duplicate-key", place, { key }));
    } else if (code === "TAB_AS_INDENT" || /^ *\t/.test(text)) {
      report(problem("yaml-tab", place, {}));
    } else if (fullWidth?.[1]) {
      report(problem("yaml-colon", place, colonOf(fullWidth[1], text)));
    } else if (code === "TAG_RESOLVE_FAILED") {
      report(problem("yaml-tag", place, {}));
    } else {
      const { cause, ...position } = causeOf(error, place) ?? { ...place, cause: {} };
      if (position.line !== place.line && told.has(position.line)) continue;
      told.add(position.line);
      report(problem("yaml-syntax", { file, ...position }, cause));
    }
  }
}

/** The name before a wrong colon, and how the line should be: a Chinese name is no field. */
function colonOf(key: string, line: string): { key: string; right: string } {
  const value = line
    .slice(line.indexOf(key) + key.length)
    .replace(/^\s*[：﹕:]\s*/, "")
    .trim();
  const shown = value.length > maxShown ? "…" : value;
  return { key, right: `${chineseNames[key] ?? key}: ${shown}`.trimEnd() };
}

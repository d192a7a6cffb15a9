import type { YAMLParseError } from "yaml";
import { type Position, type Problem, problem } from "../problems/problem.ts";
import { chineseNames } from "./field-names.ts";
import { causesIn } from "./yaml-cause.ts";

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
    report(problem("yaml-colon", place, colonOf(wrong[1])));
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
      report(problem("yaml-colon", place, colonOf(fullWidth[1])));
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

/** The name before a wrong colon, and how it should be written: a Chinese one is no field. */
function colonOf(key: string): { key: string; right: string } {
  return { key, right: chineseNames[key] ?? key };
}

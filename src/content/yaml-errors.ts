import type { YAMLParseError } from "yaml";
import { type Position, type Problem, problem } from "../problems/problem.ts";
import { causesIn, quotedFrom } from "./yaml-cause.ts";
import { colonOf } from "./yaml-lines.ts";

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
  const lineBefore = linesOfNames(lines);
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
      const line = lineBefore().get(`${place.line}:${place.column}`);
      report(problem("yaml-duplicate-key", place, { key, ...(line && { line }) }));
    } else if (code === "TAB_AS_INDENT" || /^ *\t/.test(text)) {
      report(problem("yaml-tab", place, {}));
    } else if (fullWidth?.[1]) {
      report(problem("yaml-colon", place, colonOf(fullWidth[1], text)));
    } else if (code === "TAG_RESOLVE_FAILED") {
      report(problem("yaml-tag", place, quotedFrom(text, place.column)));
    } else {
      const { cause, ...position } = causeOf(error, place) ?? { ...place, cause: {} };
      if (position.line !== place.line && told.has(position.line)) continue;
      told.add(position.line);
      report(problem("yaml-syntax", { file, ...position }, cause));
    }
  }
}

/**
 * The line on which each name was written last above it at the same column, by its own line and
 * column; made when it is first asked for.
 */
function linesOfNames(lines: readonly string[]): () => ReadonlyMap<string, number> {
  let found: Map<string, number> | undefined;
  return () => {
    if (found) return found;
    found = new Map();
    const last = new Map<string, number>();
    for (const [index, text] of lines.entries()) {
      const [, start = "", name] = /^(\s*(?:- +)?)([^\s:]+)\s*:/.exec(text) ?? [];
      if (name === undefined) continue;
      const key = `${start.length}:${name}`;
      const before = last.get(key);
      if (before !== undefined) found.set(`${index + 1}:${start.length + 1}`, before);
      last.set(key, index + 1);
    }
    return found;
  };
}

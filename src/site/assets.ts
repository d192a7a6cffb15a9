import type { Fault } from "../assets/examine.ts";
import type { Link } from "../markdown/links.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";
import { fileOf } from "./links.ts";
import type { Document } from "./site.ts";

/**
 * Reports what is wrong with images and attachments where an editor looks for it: at the first place
 * of each article that shows the file or links to it, or at the file itself where none does.
 */
export function reportFaults(
  pages: readonly Document[],
  faults: ReadonlyMap<string, readonly Fault[]>,
  report: (problem: Problem) => void,
): void {
  const told = new Set<string>();
  const tell = (path: string, place: Place) => {
    told.add(path);
    for (const { code, params } of faults.get(path) ?? []) report(problem(code, place, params));
  };
  for (const { path: file, links } of pages) {
    for (const [path, { line, column }] of firstUses(links, faults)) {
      tell(path, { file, line, column });
    }
  }
  for (const path of faults.keys()) {
    if (!told.has(path)) tell(path, { file: path, line: 1, column: 1 });
  }
}

/** The first of the links to each of these files, by its place. */
function firstUses(
  links: readonly Link[],
  files: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Link> {
  const first = new Map<string, Link>();
  for (const link of links) {
    const path = fileOf(link);
    if (!files.has(path)) continue;
    const known = first.get(path) ?? link;
    const isEarlier = link.line - known.line || link.column - known.column;
    first.set(path, isEarlier < 0 ? link : known);
  }
  return first;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Position, type Problem, problem } from "../problems/problem.ts";
import type { Article } from "./site.ts";

/**
 * Reports articles that have the title of another one of the same day: most likely one article that
 * was put in twice. `folder` is the content folder, which is asked where the title stands.
 */
export function checkTitles(
  folder: string,
  articles: readonly Article[],
  report: (problem: Problem) => void,
): void {
  const firsts = new Map<string, Article>();
  // Few titles come again: only of these it is asked on which days they do.
  const repeated = new Map<string, Map<string, string>>();
  for (const article of articles) {
    const { path, title, date } = article;
    const key = title.normalize("NFC");
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, article);
      continue;
    }
    const days = repeated.get(key) ?? new Map([[first.date.day, first.path]]);
    repeated.set(key, days);
    const other = days.get(date.day);
    if (other === undefined) days.set(date.day, path);
    else {
      const place = { file: path, ...titlePosition(join(folder, path)) };
      report(problem("title-twice", place, { title, other }));
    }
  }
}

function titlePosition(path: string): Position {
  const lines = readFileSync(path, "utf8").split(/\r\n?|\n/);
  const index = lines.findIndex((line) => /^["']?title\b/.test(line));
  const column = (/^["']?title["']?:\s*/.exec(lines[index] ?? "")?.[0].length ?? 0) + 1;
  return index === -1 ? { line: 1, column: 1 } : { line: index + 1, column };
}

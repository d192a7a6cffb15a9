import type { Catalogue } from "../messages/index.ts";
import { explain, type Problem } from "./problem.ts";
import { countProblems, pathOf } from "./report.ts";

/** What `npm run check -- --format json` prints; docs/check.md describes it. */
export interface JsonReport {
  /** Raised when a field changes its meaning or goes. */
  version: 1;
  errors: number;
  warnings: number;
  /** How many files have problems. */
  files: number;
  problems: JsonProblem[];
  /** With `--fix`: the files that were mended, each with its change as a unified diff. */
  fixed?: { file: string; line: number; diff: string; from?: string }[];
}

interface JsonProblem {
  /** The path as the content folder was given, with forward slashes. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units. */
  column: number;
  level: "error" | "warning";
  code: string;
  message: string;
  hint: string;
  /** Lines to write as they stand, where the hint ends with them. */
  lines?: readonly string[];
}

/** Problems for programs. */
export function toJsonReport(
  problems: readonly Problem[],
  folder: string,
  texts: Catalogue,
): JsonReport {
  return {
    version: 1,
    ...countProblems(problems),
    problems: problems.map((found) => {
      const { line, column, level, code } = found;
      return { file: pathOf(found, folder), line, column, level, code, ...explain(found, texts) };
    }),
  };
}

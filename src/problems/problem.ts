import type { Catalogue } from "../messages/index.ts";
import type { Explanation } from "../messages/zh-Hans.ts";

export type ProblemCode = keyof Catalogue["problems"];

/** What a problem's sentences need to know, by code. */
export type ProblemParams<C extends ProblemCode> =
  Parameters<Catalogue["problems"][C]> extends [infer P] ? P : Record<never, never>;

/** A place in a file: 1-based line, 1-based column in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A place in a file of the content folder; `file` is relative to it, with forward slashes. */
export interface Place extends Position {
  file: string;
}

/** Something in content/ that an editor has to mend. Plain data: its sentences come from `explain`. */
export interface Problem extends Place {
  code: ProblemCode;
  params: Record<string, unknown>;
}

/** Makes a problem, holding its parameters to what the sentences of its code need. */
export function problem<C extends ProblemCode>(
  code: C,
  place: Place,
  params: ProblemParams<C>,
): Problem {
  const { file, line, column } = place;
  return { file, line, column, code, params: params as Record<string, unknown> };
}

/** The sentences of a problem in a language: what is wrong and how to write it right. */
export function explain(found: Problem, { problems }: Catalogue): Explanation {
  return (problems[found.code] as (params: unknown) => Explanation)(found.params);
}

/** The order in which problems are told: by file, line, column and code, in any locale the same. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code)
  );
}

/** Compares by UTF-16 code units, so that no locale of the machine has a say. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

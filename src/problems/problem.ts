import type { Catalogue } from "../messages/index.ts";
import type { Explanation } from "../messages/zh-Hans.ts";
import { type Level, type LevelSettings, levelOf } from "./levels.ts";

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
  level: Level;
  params: Record<string, unknown>;
}

/** Makes a problem at its default level, holding its parameters to what its sentences need. */
export function problem<C extends ProblemCode>(
  code: C,
  place: Place,
  params: ProblemParams<C>,
): Problem {
  const { file, line, column } = place;
  const level = levelOf(code);
  return { file, line, column, code, level, params: params as Record<string, unknown> };
}

/** A problem at the level that site.yaml gives its code. */
export function withLevel(found: Problem, settings: LevelSettings | undefined): Problem {
  const level = levelOf(found.code, settings);
  return level === found.level ? found : { ...found, level };
}

/** Is there an error among these problems, for which no site is built? */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === "error");
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

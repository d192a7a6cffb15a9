import type { Env } from "markdown-it";
import type { ProblemCode, ProblemParams } from "../problems/problem.ts";
import type { Heading } from "./headings.ts";
import type { Link } from "./links.ts";

/** What the rules know of the article they work on, and where they put what they find. */
export interface Environment extends Env {
  /** The article's path in the content folder. */
  file: string;
  /** The lines of the body. */
  lines: readonly string[];
  /** Added to a line of the body, from 0, gives the line of the file, from 1. */
  firstLine: number;
  outline: Heading[];
  /** What markdown-it-footnote keeps: the number of each note by its label. */
  footnotes?: { refs?: Record<string, number> };
  links: Link[];
  /** Reports a problem at a block (its `map`) or at a position of the file. */
  report<C extends ProblemCode>(
    code: C,
    at: readonly [number, number] | { line: number; column: number } | null,
    params: ProblemParams<C>,
  ): void;
}

/** markdown-it hands rules its `env` as an unknown record; ours is always an `Environment`. */
export function environmentOf(env: Env): Environment {
  return env as Environment;
}

/** The line of a block (its `map`) that a text stands on, or the block where it goes over lines. */
export function placeIn(
  { lines }: Environment,
  map: readonly [number, number] | null,
  text: string,
): [number, number] | null {
  if (!map) return null;
  const [start, end] = map;
  for (let at = start; at < end; at++) if (lines[at]?.includes(text)) return [at, at + 1];
  return [start, end];
}

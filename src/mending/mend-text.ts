import type { Change } from "./change.ts";
import { joinLines, splitLines } from "./lines.ts";
import {
  type Meaning,
  type Read,
  type Reading,
  sameButHeadings,
  sameButUnseen,
} from "./meaning.ts";
import { certainChanges, headingChanges, unseenChanges } from "./rules.ts";

/** A text at some point of its mending. */
interface State {
  lines: readonly string[];
  reading: Reading;
}

/** Limits that mending must not lead a text across. */
const tooLarge = new Set(["file-large", "front-matter-large"]);

/**
 * The text with every line mended that can be: mended again it would stay as it is. A line's end and
 * all other lines stay as they are. Nothing where what is mended would be too large to be read.
 */
export function mendText(text: string, read: Read): string | undefined {
  const mark = /^\uFEFF*/.exec(text)?.[0] ?? "";
  const { lines, ends } = splitLines(text.slice(mark.length));
  const whole = (now: readonly string[]) => mark.slice(0, 1) + joinLines({ lines: now, ends });
  const stateOf = (now: readonly string[]): State => ({ lines: now, reading: read(whole(now)) });
  // Mending one mistake uncovers others.
  let state = stateOf(lines);
  for (let next: State | undefined = state; next; next = step(state, stateOf)) state = next;
  return state.reading.problems.some(({ code }) => tooLarge.has(code))
    ? undefined
    : whole(state.lines);
}

type StateOf = (lines: readonly string[]) => State;

/** The text with the next of its mistakes mended, or nothing where no more can be. */
function step(state: State, stateOf: StateOf): State | undefined {
  const { lines, reading } = state;
  const certain = certainChanges(reading.problems, lines);
  if (certain.length > 0) return stateOf(apply(lines, certain));
  const unseen = keep(unseenChanges(reading.problems, lines), state, stateOf, sameButUnseen);
  if (unseen !== state) return unseen;
  const mended = keep(headingChanges(reading.problems, lines), state, stateOf, sameButHeadings);
  return mended === state ? undefined : mended;
}

/**
 * The text with those of the changes that leave its meaning the same: all, or, where one of them does
 * not, as many of each half.
 */
function keep(
  changes: readonly Change[],
  from: State,
  stateOf: StateOf,
  isSame: (before: Meaning, after: Meaning, count: number) => boolean,
): State {
  if (changes.length === 0 || !from.reading.meaning) return from;
  const to = stateOf(apply(from.lines, changes));
  const [before, after] = [from.reading.meaning, to.reading.meaning];
  if (after && isSame(before, after, changes.length)) return to;
  if (changes.length === 1) return from;
  const middle = Math.ceil(changes.length / 2);
  const half = keep(changes.slice(0, middle), from, stateOf, isSame);
  return keep(changes.slice(middle), half, stateOf, isSame);
}

function apply(lines: readonly string[], changes: readonly Change[]): string[] {
  const changed = [...lines];
  for (const { index, text } of changes) changed[index] = text;
  return changed;
}

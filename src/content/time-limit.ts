import vm from "node:vm";
import { type Problem, problem } from "../problems/problem.ts";

type Report = (problem: Problem) => void;

/** How long one file may keep the processor busy, in milliseconds. */
export const maxFileMilliseconds = 1000;

// Setting a limit costs as much as reading a small article does, so that many share one.
const sliceLength = 100;
const sliceMilliseconds = 100;

// A watchdog that fires on time finds a little less processor time used than has passed.
const busyShare = 0.8;

const context = vm.createContext({ work: () => {} });
const callWork = new vm.Script("work()");

/** What became of a piece of work: its value, or why there is none. */
export type Outcome<T> = { kind: "done"; value: T } | { kind: "slow" } | { kind: "deep" };

/**
 * Reads files one after the other and gives what `read` returns for each, in order, or undefined
 * where that took longer than the limit or overflowed the stack, which is reported as a problem of
 * the file. What a file reports is handed on once it is read: an interrupted reading reports nothing.
 * `read` must give the same again when it is called again, and must not wait for anything.
 *
 * Gives the files slice by slice, so that whoever iterates can wait between them.
 */
export function* readWithinTime<T>(
  files: readonly string[],
  read: (file: string, report: Report) => T,
  report: Report,
): Generator<T | undefined> {
  const collect = (file: string) => {
    const found: Problem[] = [];
    return { value: read(file, (it) => found.push(it)), found };
  };
  let at = 0;
  for (const outcome of eachWithinTime(files, collect)) {
    const place = { file: files[at++] ?? "", line: 1, column: 1 };
    if (outcome.kind === "slow") report(problem("article-slow", place, {}));
    else if (outcome.kind === "deep") report(problem("nesting-deep", place, {}));
    else for (const it of outcome.value.found) report(it);
    yield outcome.kind === "done" ? outcome.value.value : undefined;
  }
}

/** Works on items in slices under one limit; whatever a slice is interrupted at runs on its own. */
function* eachWithinTime<I, O>(
  items: readonly I[],
  work: (item: I) => O,
): Generator<Outcome<O>, void> {
  for (let at = 0; at < items.length; ) {
    const slice = items.slice(at, at + sliceLength);
    const outcomes: Outcome<O>[] = [];
    finishes(() => {
      for (const item of slice) outcomes.push(attempt(() => work(item)));
    }, sliceMilliseconds);
    const interrupted = slice[outcomes.length];
    if (interrupted !== undefined) outcomes.push(workWithinTime(() => work(interrupted)));
    yield* outcomes;
    at += outcomes.length;
  }
}

/**
 * Runs synchronous work, which is interrupted, JavaScript and regular expressions alike, when it has
 * kept the processor busy for `milliseconds`. Where only the clock ran out, because the machine
 * stalled or was busy with other things, it is tried again with twice the time: a slow moment of the
 * machine must not make a problem of an innocent article.
 */
export function workWithinTime<T>(
  work: () => T,
  milliseconds: number = maxFileMilliseconds,
): Outcome<T> {
  for (let time = milliseconds; ; time *= 2) {
    const before = process.cpuUsage();
    let outcome: Outcome<T> | undefined;
    finishes(() => {
      outcome = attempt(work);
    }, time);
    if (outcome) return outcome;
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 >= milliseconds * busyShare) return { kind: "slow" };
  }
}

/** Whether work ends before the time, in milliseconds by the clock, is over; else it is interrupted. */
function finishes(work: () => void, milliseconds: number): boolean {
  context["work"] = work;
  try {
    // Without `displayErrors` an error of ours would be told with this line instead of its own.
    callWork.runInContext(context, { timeout: milliseconds, displayErrors: false });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return false;
  }
}

/** A stack that overflows is a matter of what is read; any other error is one of this program. */
function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { kind: "done", value: work() };
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) return { kind: "deep" };
    throw error;
  }
}

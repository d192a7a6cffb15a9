import type { Prepared } from "./prepare.ts";

/** What a build does, one after the other. */
export const stages = [
  "starting",
  "looking",
  "loading",
  "reading",
  "planning",
  "comparing",
  "making",
  "publishing",
  "remembering",
] as const;

export type Stage = (typeof stages)[number];

/** How many of the slowest articles and pages are told. */
const slowestCount = 10;

/** Where the time of a build goes, in milliseconds by the clock. */
export class Timings {
  readonly stages = new Map<Stage, number>();
  /** Time spent on single articles as they are read, and on pages as they are rendered. */
  readonly articles = new Slowest();
  readonly pages = new Slowest();
  /** From the start of the process on. */
  #since = 0;

  /** Tells that a stage is over that began where the last one ended. */
  end(stage: Stage): void {
    const now = performance.now();
    this.stages.set(stage, (this.stages.get(stage) ?? 0) + now - this.#since);
    this.#since = now;
  }
}

/** The slowest of many. */
export class Slowest {
  #list: [name: string, milliseconds: number][] = [];

  readonly add = (name: string, milliseconds: number): void => {
    const last = this.#list.at(-1);
    if (this.#list.length === slowestCount && last && last[1] >= milliseconds) return;
    this.#list.push([name, milliseconds]);
    this.#list.sort((a, b) => b[1] - a[1]);
    this.#list.length = Math.min(this.#list.length, slowestCount);
  };

  /** The slowest first. */
  get list(): readonly (readonly [name: string, milliseconds: number])[] {
    return this.#list;
  }

  /** Does work and takes its time. */
  time<T>(name: string, work: () => T): T {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.add(name, performance.now() - start);
    }
  }
}

/** The same, but that the time is taken of each page that it renders. */
export function timed<P extends Pick<Prepared, "render">>(prepared: P, slowest: Slowest): P {
  const render: Prepared["render"] = (page, bodies) =>
    slowest.time(page.url, () => prepared.render(page, bodies));
  return { ...prepared, render };
}

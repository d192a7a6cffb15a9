/** In milliseconds: how long after a build a look is taken, and how long after a look the next one. */
const first = 1000;
const next = 10_000;

/** How many times as long as a look took is waited for the next one at least. */
const rest = 100;

/** Looks from time to time whether something has changed that nobody has told of. */
export class Patrol {
  readonly #look: () => Promise<string | undefined>;
  readonly #tell: (path: string) => unknown;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** `look` gives a path that has changed, if there is one, and `tell` is told of it. */
  constructor(look: () => Promise<string | undefined>, tell: (path: string) => unknown) {
    this.#look = look;
    this.#tell = tell;
  }

  /** Takes the next look soon: after a build, when what is on disk should be what was read. */
  soon(): void {
    this.#wait(first);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = setTimeout(() => this.#takeLook(), milliseconds);
  }

  async #takeLook(): Promise<void> {
    const started = performance.now();
    let changed: string | undefined;
    try {
      changed = await this.#look();
    } catch {
      // A folder that can't be read is told of by who reads it in earnest.
    }
    this.#wait(Math.max(next, rest * (performance.now() - started)));
    if (changed !== undefined && !this.#ended) this.#tell(changed);
  }
}

/** How many pages are made in one go: whoever asks for another must wait for them. */
const partSize = 100;

/** Pages that are still to be made, a part at a time, and first those that somebody waits for. */
export class Backlog<P> {
  readonly #make: (pages: ReadonlyMap<string, P>) => Promise<void>;
  readonly #waiting = new Map<string, P>();
  readonly #asked = new Map<string, (() => void)[]>();
  #held = true;
  #running: Promise<void> | undefined;

  /** `make` makes pages, by their paths; where it can't it says so itself, and resolves. */
  constructor(make: (pages: ReadonlyMap<string, P>) => Promise<void>) {
    this.#make = make;
  }

  /** Stops the work; resolves once nothing is being made. */
  async hold(): Promise<void> {
    this.#held = true;
    await this.#running;
  }

  /** Goes on with these pages, and no others. */
  release(pages: ReadonlyMap<string, P>): void {
    this.#waiting.clear();
    for (const [path, page] of pages) this.#waiting.set(path, page);
    for (const path of this.#asked.keys()) if (!pages.has(path)) this.#answer(path);
    this.#held = false;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves once a page is made, if it is still to be. */
  async made(path: string): Promise<void> {
    if (!this.#waiting.has(path)) return;
    await new Promise<void>((resolve) => {
      this.#asked.set(path, [...(this.#asked.get(path) ?? []), resolve]);
    });
  }

  async #run(): Promise<void> {
    while (!this.#held && this.#waiting.size > 0) {
      const part = this.#next();
      await this.#make(part);
      for (const path of part.keys()) {
        this.#waiting.delete(path);
        this.#answer(path);
      }
    }
  }

  #next(): Map<string, P> {
    const part = new Map<string, P>();
    const take = (path: string) => {
      const page = this.#waiting.get(path);
      if (page !== undefined && part.size < partSize) part.set(path, page);
    };
    for (const path of this.#asked.keys()) take(path);
    for (const path of this.#waiting.keys()) {
      if (part.size === partSize) break;
      take(path);
    }
    return part;
  }

  #answer(path: string): void {
    for (const resolve of this.#asked.get(path) ?? []) resolve();
    this.#asked.delete(path);
  }
}

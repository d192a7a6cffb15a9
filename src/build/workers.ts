import { fileURLToPath } from "node:url";
import type { Piscina } from "piscina";
import type { Packs } from "../cache/packs.ts";
import { hasBody } from "../pages/page.ts";
import type { Helpers } from "../site/read-all.ts";
import { StorageError } from "./storage-error.ts";
import type { Answer, Made, MakeTask, ReadTask, RemoteRead } from "./worker.ts";

/** How many tasks wait in a thread, so that it need not wait for this one to turn to it. */
const tasksAtOnce = 4;

/** Threads that read and make pages beside this one. They start when there is work for them. */
export class Workers implements Helpers {
  readonly #count: number;
  readonly #cache: string;
  readonly #packs: Packs;
  #pool: Promise<Piscina> | undefined;

  /** `cache` is the folder of the cache, `packs` what this thread has there. */
  constructor(count: number, cache: string, packs: Packs) {
    this.#count = count;
    this.#cache = cache;
    this.#packs = packs;
  }

  get batches(): number {
    return this.#count * tasksAtOnce;
  }

  readonly read: Helpers["read"] = async (folder, files, settings) => {
    // What is known of a file stays here: whoever reads it needs its hash only.
    const unread = files.map(({ known, ...file }) => ({
      ...file,
      known: known && { state: "", hash: known.hash, value: {}, texts: [] },
    }));
    const task: ReadTask = { folder, files: unread, settings, cache: this.#cache };
    const reads = await this.#run<RemoteRead[]>("read", task);
    return reads.map(({ kept, ...read }) => {
      for (const [at, name] of read.texts.entries()) {
        const place = kept[at];
        if (place && "text" in place) this.#packs.keep(place.text);
        else if (place) this.#packs.add(name, place);
      }
      return read;
    });
  };

  /** Makes pages as a `PartMaker` does. */
  readonly make = async (task: Omit<MakeTask, "bodies" | "cache">): Promise<Made> => {
    const bodies = task.pages.filter(hasBody).map(({ props }): MakeTask["bodies"][number] => {
      const name = props.body;
      return [name, this.#packs.locationOf(name) ?? this.#packs.get(name)];
    });
    return this.#run<Made>("make", { ...task, bodies, cache: this.#cache });
  };

  /** Starts the threads, if they have not been: before there is work, as it takes as long as many files. */
  start(): Promise<Piscina> {
    this.#pool ??= startPool(this.#count);
    return this.#pool;
  }

  /**
   * Has the threads load all that pages are made with, while there are none to make. Nothing is
   * written; where that fails, making pages does as well, and tells why.
   */
  prepare(task: Omit<MakeTask, "pages" | "bodies" | "cache">): void {
    for (let thread = 0; thread < this.#count; thread++) {
      this.make({ ...task, pages: [] }).catch(() => {});
    }
  }

  async close(): Promise<void> {
    await (await this.#pool)?.destroy();
  }

  async #run<T>(name: "read" | "make", task: unknown): Promise<T> {
    const pool = await this.start();
    const answer = (await pool.run(task, { name })) as Answer<T>;
    if ("failure" in answer) throw new StorageError(answer.failure, answer.path);
    return answer.done;
  }
}

async function startPool(threads: number): Promise<Piscina> {
  // Most builds have too little to do for it.
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: fileURLToPath(new URL("worker.js", import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: tasksAtOnce,
  });
}

import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Look, lookAt } from "./output-states.ts";

/** A look at an output folder that is being taken. */
export interface Looking {
  /** What it has found; nothing where no files were remembered. */
  readonly look: Promise<Look | undefined>;
  end(): void;
}

/** What the thread is told: the output folder, and where its files are remembered. */
export interface LookTask {
  out: string;
  states: string;
}

/**
 * Takes a look at an output folder in another thread, while this one does something else. Where there
 * are no states, which are in a file, there is nothing to look at.
 */
export function startLook(task: LookTask): Looking {
  if (!existsSync(task.states)) return { look: Promise.resolve(undefined), end: () => {} };
  const thread = new Worker(new URL("look-thread.js", import.meta.url), { workerData: task });
  const found = new Promise<Look | undefined>((resolve, reject) => {
    thread.once("message", resolve).once("error", reject).once("exit", reject);
  });
  // What keeps a thread from its work, as too little memory does, need not keep this one from it.
  let over = false;
  const look = found.catch(() => (over ? undefined : lookAt(task.out, task.states)));
  const end = () => {
    over = true;
    void thread.terminate();
  };
  return { look, end };
}

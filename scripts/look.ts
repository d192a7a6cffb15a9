import { parentPort, workerData } from "node:worker_threads";
import type { LookTask } from "../src/build/look.ts";
import { lookAt } from "../src/build/output-states.ts";

const { out, states }: LookTask = workerData;
parentPort?.postMessage(lookAt(out, states));

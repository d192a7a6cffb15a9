import { parentPort, workerData } from "node:worker_threads";
import type { LookTask } from "../src/build/look.ts";
import { lookAt } from "../src/build/output-states.ts";

const { out, states }: LookTask = workerData;
parentPort?.postMessage(lookAt(out, states));

// What ICU knows of dates is loaded once for all threads, which takes as long as reading twenty
// articles: so the thread that reads one need not wait for that.
new Intl.DateTimeFormat("en-US", { timeZone: "UTC", timeZoneName: "longOffset" }).format();

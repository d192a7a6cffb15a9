// @ts-check
/** What other threads load: it finds what is compiled, or else makes them understand TypeScript. */
import { load } from "../program/program.js";

/** @type {typeof import("../../scripts/worker.ts")} */
const { read, make } = await load("worker");

export { make, read };

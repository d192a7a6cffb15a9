import { maker } from "../src/build/worker.ts";

export { read } from "../src/build/worker.ts";
export const make = maker(() => import("../.eleventy.ts"));

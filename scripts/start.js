// @ts-check
/** Starts a command: node scripts/start.js build [OPTIONS] */
import { fileURLToPath } from "node:url";
import { load } from "../src/program/program.js";

const [node = "", , name = "", ...args] = process.argv;
process.argv = [node, fileURLToPath(new URL(`${name}.ts`, import.meta.url)), ...args];
await load(name);

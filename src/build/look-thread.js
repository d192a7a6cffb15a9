// @ts-check
/** The thread that `startLook` starts. */
import { load } from "../program/program.js";

await load("look");

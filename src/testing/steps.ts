import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What changes names and files on the disk. */
const names = [
  ...(["renameSync", "linkSync", "symlinkSync", "copyFileSync", "writeFileSync"] as const),
  ...(["mkdirSync", "rmdirSync", "unlinkSync", "rmSync", "fsyncSync", "utimesSync"] as const),
];

/** The process is no more. */
export class Killed extends Error {}

/**
 * Runs an action and calls `onStep` before each step that changes the disk, counted from 1. Where
 * that throws, the step fails. Gives how many steps there were.
 */
export function withSteps(
  action: () => void,
  onStep: (step: number, name: string) => void,
): number {
  const originals = Object.fromEntries(names.map((name) => [name, fs[name]]));
  let steps = 0;
  const patched = names.map((name) => [
    name,
    (...args: unknown[]) => {
      onStep(++steps, name);
      // It takes long, and no test cuts the power.
      if (name === "fsyncSync") return undefined;
      return (originals[name] as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  Object.assign(fs, Object.fromEntries(patched));
  syncBuiltinESMExports();
  try {
    action();
  } finally {
    Object.assign(fs, originals);
    syncBuiltinESMExports();
  }
  return steps;
}

/**
 * Runs an action that ends before the given step, and does nothing more to the disk, as if its
 * process were killed. Gives whether it has come so far.
 */
export function killedAt(last: number, action: () => void): boolean {
  let killed = false;
  try {
    withSteps(action, (step) => {
      if (step < last) return;
      killed = true;
      throw new Killed();
    });
  } catch (error) {
    if (!killed) throw error;
  }
  return killed;
}

/** An error of the operating system, for a step that is to fail. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: "rename", path: "/x" });
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { StorageError } from "../build/storage-error.ts";
import type { Catalogue } from "../messages/index.ts";
import { printable } from "../problems/invisible.ts";
import { inSources } from "../program/trace.ts";

type Texts = Catalogue["commands"];

const packageFile = new URL("../../package.json", import.meta.url);
const rule = "-".repeat(60);
/** How deep a chain of causes is followed; one that leads back to itself has no end. */
const maxCauses = 10;

/** A failure that is no bug: its message is for the person at the keyboard. */
export class CommandError extends Error {}

/**
 * What a failure is told as: a `CommandError` in its own words, what the machine did not allow in a
 * sentence with the way out, and anything else as a fault of ours, with a block to send to whoever
 * maintains this. `state` is the sentence that tells what is still as it was, or how it is now.
 */
export function explainFailure(error: unknown, { commands }: Catalogue, state?: string): string {
  if (error instanceof CommandError) return error.message;
  const lines =
    error instanceof StorageError
      ? [commands.storage[error.failure]({ path: error.path })]
      : [commands.bug.ours];
  if (state) lines.push(state);
  if (!(error instanceof StorageError))
    lines.push(commands.bug.report, "", report(error, commands));
  return lines.join("\n");
}

/** Versions, command and error: nothing of the environment, and nothing of what files hold. */
function report(error: unknown, texts: Texts): string {
  const { version, platform, arch, argv } = process;
  const [, script = "", ...args] = argv;
  const command = ["npm run", basename(script, ".ts"), "--", ...args.map(quote)].join(" ");
  const lines = [
    `Jinsui ${ownVersion()}`,
    `Node.js ${version}, ${platform} ${arch}`,
    command,
    describe(error, texts),
  ];
  const shown = lines.join("\n").split("\n").map(printable).join("\n");
  return `${rule}\n${shown}\n${rule}`;
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  return version;
}

function quote(argument: string): string {
  return /^[\p{L}\p{N}_./:=@-]+$/u.test(argument) ? argument : JSON.stringify(argument);
}

/** An error with its stack, and those that caused it. */
function describe(error: unknown, texts: Texts, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const own = inSources(error.stack || `${error.name}: ${error.message}`);
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const causes = error.cause === undefined ? errors : [error.cause, ...errors];
  if (depth === maxCauses) return own;
  const told = causes
    .slice(0, maxCauses)
    .map((cause) => `${texts.bug.causedBy}${describe(cause, texts, depth + 1)}`);
  return [own, ...told].join("\n");
}

import { statSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Catalogue, catalogue } from "../messages/index.ts";
import { peekLanguage } from "../site/read.ts";

type Texts = Catalogue["commands"];

/** What a command is given: its option values, its other arguments, and texts in the site's language. */
export interface Invocation {
  options: Record<string, string>;
  /** The flags that were given, without `--`. */
  flags: ReadonlySet<string>;
  files: string[];
  /** The content folder: `--content`, or `content`. */
  folder: string;
  texts: Catalogue;
}

export interface Command {
  /** The text of `--help`. */
  usage(texts: Texts): string;
  /** Names of the options that take a value, without `--`. */
  options: readonly string[];
  /** Names of the options that take none, without `--`. */
  flags?: readonly string[];
  /** Does it take file names? */
  takesFiles?: boolean;
  /** Does the work and gives the exit status. */
  run(invocation: Invocation): Promise<number>;
}

/** A failure that is no bug: its message is for the person at the keyboard. */
export class CommandError extends Error {}

/**
 * Runs a command with the arguments of this process and sets the exit status: 0, or 1 with a
 * message. A `CommandError` is told in its words; anything else is told to be a fault of ours.
 */
export async function runCommand(command: Command): Promise<void> {
  const args = process.argv.slice(2);
  // The language of the messages is in there, also of those about the other arguments.
  const { values } = parseArgs({ args, strict: false, options: { content: { type: "string" } } });
  const folder = typeof values["content"] === "string" ? values["content"] : "content";
  const texts = catalogue(peekLanguage(folder));
  try {
    process.exitCode = await start(command, args, folder, texts);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof CommandError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${texts.commands.bug}\n\n${describe(error)}\n`);
  }
}

async function start(
  command: Command,
  args: string[],
  folder: string,
  texts: Catalogue,
): Promise<number> {
  const options: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean" } };
  for (const name of command.options) options[name] = { type: "string" };
  for (const name of command.flags ?? []) options[name] = { type: "boolean" };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: command.takesFiles ?? false });
  } catch (error) {
    throw new CommandError(usageProblem(error, texts.commands));
  }
  const { help, ...values } = parsed.values;
  if (help) {
    process.stdout.write(`${command.usage(texts.commands)}\n`);
    return 0;
  }
  if (!isFolder(folder)) {
    throw new CommandError(texts.commands.contentMissing({ folder }));
  }
  const given = Object.entries(values);
  const flags = new Set(given.filter(([, value]) => value === true).map(([name]) => name));
  const valued = Object.fromEntries(given.filter(([name]) => !flags.has(name)));
  const invocation = { options: valued as Record<string, string>, flags, folder, texts };
  return command.run({ ...invocation, files: parsed.positionals });
}

function usageProblem(error: unknown, texts: Texts): string {
  const { code, message } = error as { code?: string; message: string };
  const quoted = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return texts.unknownOption({ option: quoted });
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return texts.missingValue({ option: quoted });
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") {
    return texts.unexpectedArgument({ value: /'([^']*)'/.exec(message)?.[1] ?? "" });
  }
  throw error;
}

/** May colours be written to a stream? Not to a file, and not where nobody wants them (NO_COLOR). */
export function coloursOn(stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && !process.env["NO_COLOR"];
}

/** Is there a folder at this path? */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** An unexpected error with its stack, for whoever maintains this. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { statSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { asStorageError } from "../build/storage-error.ts";
import { type Catalogue, catalogue, languages } from "../messages/index.ts";
import { peekLanguage } from "../site/language.ts";
import { CommandError, explainFailure } from "./failure.ts";

type Texts = Catalogue["commands"];

/** How long a command may take to end after something in it has failed, in milliseconds. */
const grace = 5000;

/** What a command is given: its option values, its other arguments, and texts in the site's language. */
export interface Invocation {
  options: Record<string, string>;
  /** The flags that were given, without `--`. */
  flags: ReadonlySet<string>;
  files: string[];
  /** The content folder: `--content`, or `content`. */
  folder: string;
  texts: Catalogue;
  /** Aborted where something fails of which nobody in the command takes notice: then it must end. */
  signal: AbortSignal;
  /**
   * To be called when what the command is there to change has changed, with the sentence that a
   * failure after that is to end with, if any.
   */
  changed(told?: string): void;
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
  /** The sentence that, after a failure, tells what is as it was; there is none where nothing is. */
  unchanged?(
    texts: Texts,
    options: Invocation["options"],
    flags: Invocation["flags"],
  ): string | undefined;
  /** Does the work and gives the exit status. */
  run(invocation: Invocation): Promise<number>;
}

/** What is known of a run of a command, for whoever has to tell that it failed. */
interface Run {
  folder: string;
  texts: Catalogue;
  /** The sentence that a failure ends with: what is as it was, or how it is. */
  state?: string | undefined;
}

/**
 * Loads a command, runs it with the arguments of this process and sets the exit status: 0, or 1 with
 * a message. A `CommandError` is told in its words, and what the machine does not allow in a
 * sentence; anything else, wherever it was thrown, is told to be a fault of ours.
 */
export async function runCommand(load: () => Promise<Command>): Promise<void> {
  const run: Run = { folder: "content", texts: catalogue(languages[0]) };
  const unnoticed = new AbortController();
  let over = false;
  let told = false;
  const tell = (error: unknown) => {
    if (told) return;
    told = true;
    process.exitCode = 1;
    const failure = explainFailure(asStorageError(error, run.folder), run.texts, run.state);
    process.stderr.write(`${failure}\n`);
  };
  const notice = (error: unknown) => {
    if (over) tell(error);
    else unnoticed.abort(error);
  };
  // Who reads the output may have seen enough of it, as `head` has after ten lines.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") notice(error);
    });
  }
  process.on("uncaughtException", notice);
  process.on("unhandledRejection", notice);
  process.once("beforeExit", () => {
    if (!over) notice(new Error("the command waits for something that will never come"));
  });
  try {
    process.exitCode = await orGiveUp(start(load, run, unnoticed.signal), unnoticed.signal);
  } catch (error) {
    tell(error);
  }
  over = true;
}

/**
 * Waits for a command, but not for ever: it may wait for what has failed unnoticed. Fails with what
 * that was, also where the command has taken no notice of it.
 */
async function orGiveUp(command: Promise<number>, signal: AbortSignal): Promise<number> {
  let patience: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => {
      patience = setTimeout(() => reject(signal.reason), grace);
      // What keeps the process alive after that is part of what has failed.
      setTimeout(() => process.exit(), 2 * grace).unref();
    });
  });
  try {
    const status = await Promise.race([command, givenUp]);
    signal.throwIfAborted();
    return status;
  } finally {
    clearTimeout(patience);
  }
}

async function start(load: () => Promise<Command>, run: Run, signal: AbortSignal): Promise<number> {
  const args = process.argv.slice(2);
  // The language of the messages is in there, also of those about the other arguments.
  const { values: given } = parseArgs({
    args,
    strict: false,
    options: { content: { type: "string" } },
  });
  if (typeof given["content"] === "string") run.folder = given["content"];
  run.texts = catalogue(peekLanguage(run.folder));
  const { folder, texts } = run;
  const command = await load();
  const { help, options, flags, files } = parse(command, args, texts.commands);
  if (help) {
    process.stdout.write(`${command.usage(texts.commands)}\n`);
    return 0;
  }
  run.state = command.unchanged?.(texts.commands, options, flags);
  if (!isFolder(folder)) {
    throw new CommandError(texts.commands.contentMissing({ folder }));
  }
  const changed = (told?: string) => {
    run.state = told;
  };
  return command.run({ options, flags, files, folder, texts, signal, changed });
}

function parse(command: Command, args: string[], texts: Texts) {
  const options: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean" } };
  for (const name of command.options) options[name] = { type: "string" };
  for (const name of command.flags ?? []) options[name] = { type: "boolean" };
  try {
    const parsed = parseArgs({ args, options, allowPositionals: command.takesFiles ?? false });
    const { help, ...values } = parsed.values;
    const given = Object.entries(values);
    const flags = new Set(given.filter(([, value]) => value === true).map(([name]) => name));
    const valued = Object.fromEntries(given.filter(([name]) => !flags.has(name)));
    return { help, options: valued as Invocation["options"], flags, files: parsed.positionals };
  } catch (error) {
    throw new CommandError(usageProblem(error, texts));
  }
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

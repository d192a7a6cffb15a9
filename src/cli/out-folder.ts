import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Built } from "../build/build.ts";
import { ForeignFileError } from "../build/foreign-file-error.ts";
import { LockedError } from "../build/lock.ts";
import { realPathOf } from "../build/real-path.ts";
import { parseShare } from "../build/shard.ts";
import { isUnfinished } from "../build/staging.ts";
import type { Catalogue } from "../messages/index.ts";
import { type Invocation, isFolder } from "./command.ts";
import { CommandError } from "./failure.ts";

type Texts = Catalogue["commands"]["build"];

/**
 * The output folder that was asked for. A share has one of its own unless another is named, so that
 * no whole site gives way to it.
 */
export function outOf(options: Invocation["options"]): string {
  const share = parseShare(options["shard"] ?? "");
  const usual = share ? `dist.shard-${share.index}-of-${share.count}` : "dist";
  return options["out"] ?? usual;
}

/** Throws a `CommandError` where an output folder can't be one, or holds more than a site. */
export function checkOut(out: string, content: string, texts: Texts): void {
  if (!isFolder(nearestExisting(resolve(out)))) throw new CommandError(texts.outNoFolder({ out }));
  if (holds(out, process.cwd()) || holds(out, homedir())) {
    throw new CommandError(texts.outTooWide({ out: resolve(out) }));
  }
  if (holds(content, out) || holds(out, content)) {
    throw new CommandError(texts.outInsideContent({ out, content }));
  }
}

/** Why nothing was published, in words where it can be helped. `out` is one of the `folders` in use. */
export function explained(
  error: unknown,
  out: string,
  texts: Texts,
  folders: readonly string[] = [out],
): unknown {
  if (error instanceof LockedError) {
    const busy = folders.find((folder) => realPathOf(folder) === error.out) ?? out;
    return new CommandError(`${texts.locked({ out: busy })}\n${texts.unchanged({ out })}`);
  }
  if (!(error instanceof ForeignFileError)) return error;
  const file = relative(process.cwd(), error.file);
  return new CommandError(texts.outNotOurs({ file }));
}

/** Has publishing begun, and could neither be ended nor undone? */
export function isHalfDone(error: unknown, out: string): boolean {
  return !(error instanceof LockedError) && isUnfinished(realPathOf(out));
}

/** Where something was built, and since when, in milliseconds of `performance.now`. */
export interface Run {
  out: string;
  started: number;
}

/** The lines that tell what is in an output folder now. */
export function summary(
  { pages, assets, bytes, written, removed }: Built,
  { out, started }: Run,
  texts: Texts,
): string[] {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return [
    texts.done({ out, pages, files: assets, size: sizeText(bytes), seconds }),
    texts.changes({ written, removed }),
  ];
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KiB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A path, or the first folder above it that exists. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/** Is a path the folder itself, or in it? */
export function holds(folder: string, path: string): boolean {
  const way = relative(realPathOf(folder), realPathOf(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

import { existsSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { type BuildOptions, type BuildResult, build } from "../build/build.ts";
import { cachesFolder } from "../build/caches.ts";
import { ForeignFileError } from "../build/foreign-file-error.ts";
import { LockedError } from "../build/lock.ts";
import { present, readMoment } from "../build/now.ts";
import { isUnfinished } from "../build/publish.ts";
import { realPathOf } from "../build/real-path.ts";
import { type Slowest, Timings } from "../build/timings.ts";
import { type Catalogue, catalogue } from "../messages/index.ts";
import type { Withheld } from "../site/site.ts";
import { type Command, coloursOn, type Invocation, isFolder } from "./command.ts";
import { CommandError } from "./failure.ts";
import { progressOn } from "./progress.ts";

/** `npm run build`, with the list of Eleventy plugins to build with. */
export function buildCommand(configure: BuildOptions["configure"]): Command {
  return {
    usage: (texts) => texts.build.usage,
    options: ["content", "out", "now", "jobs"],
    flags: ["clean", "profile"],
    unchanged: (texts, options) => texts.build.unchanged({ out: outOf(options) }),
    run: (invocation) => run(invocation, configure),
  };
}

async function run(
  { options, flags, folder, texts, signal, changed }: Invocation,
  configure: BuildOptions["configure"],
): Promise<number> {
  const started = performance.now();
  const out = outOf(options);
  const given = options["now"];
  const now = given === undefined ? present() : await readMoment(given);
  if (now === undefined) {
    throw new CommandError(texts.commands.build.nowInvalid({ value: given ?? "" }));
  }
  if (!isFolder(nearestExisting(resolve(out)))) {
    throw new CommandError(texts.commands.build.outNoFolder({ out }));
  }
  if (holds(out, process.cwd()) || holds(out, homedir())) {
    throw new CommandError(texts.commands.build.outTooWide({ out: resolve(out) }));
  }
  if (holds(folder, out) || holds(out, folder)) {
    throw new CommandError(texts.commands.build.outInsideContent({ out, content: folder }));
  }
  const written = options["jobs"] ?? String(availableParallelism());
  const jobs = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (jobs < 1) throw new CommandError(texts.commands.build.jobsInvalid({ value: written }));
  const timings = flags.has("profile") ? new Timings() : undefined;
  timings?.end("starting");
  const progress = progressOn(process.stderr, texts.commands.build);
  try {
    const result = await build({
      ...{ folder, out, now, configure, signal },
      caches: cachesFolder,
      clean: flags.has("clean"),
      jobs,
      timings,
      onProgress: progress.show,
      onCacheDamaged: () => {
        progress.clear();
        process.stderr.write(`${texts.commands.build.cacheDamaged}\n`);
      },
    });
    if (result.built) changed();
    progress.clear();
    if (timings) process.stderr.write(`${timingsText(timings, texts.commands.build)}\n`);
    return await tell(result, { folder, out, seconds: (performance.now() - started) / 1000 });
  } catch (error) {
    progress.clear();
    if (!(error instanceof LockedError) && isUnfinished(realPathOf(out))) {
      changed(texts.commands.build.unfinished({ out }));
    }
    throw explained(error, out, texts.commands.build);
  }
}

function outOf(options: Invocation["options"]): string {
  return options["out"] ?? "dist";
}

function explained(error: unknown, out: string, texts: Catalogue["commands"]["build"]): unknown {
  if (error instanceof LockedError) {
    return new CommandError(`${texts.locked({ out })}\n${texts.unchanged({ out })}`);
  }
  if (!(error instanceof ForeignFileError)) return error;
  const file = relative(process.cwd(), error.file);
  return new CommandError(texts.outNotOurs({ file }));
}

/** Where the time of a build went: a line for each stage, then what took longest. */
function timingsText(
  { stages, articles, pages }: Timings,
  texts: Catalogue["commands"]["build"],
): string {
  const inMilliseconds = (name: string, milliseconds: number) =>
    `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0).padStart(8)} ms  ${name}`;
  const slowest = (title: string, { list }: Slowest) =>
    list.length === 0 ? [] : ["", title, ...list.map((one) => inMilliseconds(...one))];
  return [
    texts.profile.title,
    ...Array.from(stages, ([stage, time]) => inMilliseconds(texts.profile.stages[stage], time)),
    ...slowest(texts.profile.articles, articles),
    ...slowest(texts.profile.pages, pages),
    "",
  ].join("\n");
}

async function tell(
  result: BuildResult,
  { folder, out, seconds }: { folder: string; out: string; seconds: number },
): Promise<number> {
  const { language, problems, built } = result;
  const { commands } = catalogue(language);
  if (problems.length > 0) {
    const { countProblems, formatProblems } = await import("../problems/report.ts");
    const counts = commands.counts(countProblems(problems));
    const report = formatProblems(problems, folder, catalogue(language), coloursOn(process.stderr));
    const end = built ? counts : commands.build.failed({ counts, out });
    process.stderr.write(`${report}\n${end}\n`);
  }
  if (!built) return 1;
  const { pages, assets, bytes, columns, withheld, written, removed } = built;
  const texts = commands.build;
  const lines = [
    texts.done({
      out,
      pages,
      files: assets,
      size: sizeText(bytes),
      seconds: seconds.toFixed(1),
    }),
    texts.changes({ written, removed }),
    texts.columns({ columns }),
    ...withheldLines(withheld, texts),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

function withheldLines(
  withheld: readonly Withheld[],
  texts: Catalogue["commands"]["build"],
): string[] {
  if (withheld.length === 0) return [];
  const reasons = {
    draft: () => texts.withheldDraft,
    scheduled: texts.withheldScheduled,
    expired: texts.withheldExpired,
  };
  return [
    texts.withheld({ count: withheld.length }),
    ...withheld.map(({ path, title, reason, date = "" }) =>
      texts.withheldItem({ path, title, reason: reasons[reason]({ date }) }),
    ),
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
function holds(folder: string, path: string): boolean {
  const way = relative(realPathOf(folder), realPathOf(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

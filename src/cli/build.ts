import { availableParallelism } from "node:os";
import { type BuildOptions, type BuildResult, build } from "../build/build.ts";
import { cachesFolder } from "../build/caches.ts";
import { present, readMoment } from "../build/now.ts";
import { parseShare, type Share } from "../build/shard.ts";
import { Timings } from "../build/timings.ts";
import { type Catalogue, catalogue } from "../messages/index.ts";
import type { Withheld } from "../site/site.ts";
import { type Command, coloursOn, type Invocation } from "./command.ts";
import { CommandError } from "./failure.ts";
import { checkOut, explained, isHalfDone, outOf, type Run, summary } from "./out-folder.ts";
import { progressOn } from "./progress.ts";
import { formatTimings } from "./timings-report.ts";

/** `npm run build`, with the list of Eleventy plugins to build with. */
export function buildCommand(configure: BuildOptions["configure"]): Command {
  return {
    usage: (texts) => texts.build.usage,
    options: ["content", "out", "now", "jobs", "shard"],
    flags: ["clean", "profile", "merge"],
    takesFiles: true,
    unchanged: (texts, options) => texts.build.unchanged({ out: outOf(options) }),
    run: async (invocation) => {
      if (!invocation.flags.has("merge")) return run(invocation, configure);
      const { runMerge } = await import("./merge.ts");
      return runMerge(invocation);
    },
  };
}

async function run(
  { options, flags, files, folder, texts, signal, changed }: Invocation,
  configure: BuildOptions["configure"],
): Promise<number> {
  const started = performance.now();
  const [stray] = files;
  if (stray !== undefined) {
    throw new CommandError(texts.commands.unexpectedArgument({ value: stray }));
  }
  const { shard } = options;
  const share = shard === undefined ? undefined : parseShare(shard);
  if (shard !== undefined && !share) {
    throw new CommandError(texts.commands.build.shardInvalid({ value: shard }));
  }
  const out = outOf(options);
  const given = options["now"];
  const now = given === undefined ? present() : await readMoment(given);
  if (now === undefined) {
    throw new CommandError(texts.commands.build.nowInvalid({ value: given ?? "" }));
  }
  checkOut(out, folder, texts.commands.build);
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
      share,
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
    if (timings) process.stderr.write(`${formatTimings(timings, texts.commands.build)}\n`);
    return await tell(result, { folder, out, share, started });
  } catch (error) {
    progress.clear();
    if (isHalfDone(error, out)) changed(texts.commands.build.unfinished({ out }));
    throw explained(error, out, texts.commands.build);
  }
}

async function tell(
  result: BuildResult,
  { folder, share, ...run }: Run & { folder: string; share: Share | undefined },
): Promise<number> {
  const { language, problems, built } = result;
  const { commands } = catalogue(language);
  if (problems.length > 0) {
    const { countProblems, formatProblems } = await import("../problems/report.ts");
    const counts = commands.counts(countProblems(problems));
    const report = formatProblems(problems, folder, catalogue(language), coloursOn(process.stderr));
    const end = built ? counts : commands.build.failed({ counts, out: run.out });
    process.stderr.write(`${report}\n${end}\n`);
  }
  if (!built) return 1;
  const { columns, withheld } = built;
  const texts = commands.build;
  const lines = [
    ...summary(built, run, texts),
    share ? texts.shard(share) : texts.columns({ columns }),
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

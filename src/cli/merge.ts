import { merge } from "../build/merge.ts";
import { type ShardFolder, ShardsError, type ShardsFault } from "../build/shards.ts";
import type { Catalogue } from "../messages/index.ts";
import type { ShardPlace } from "../messages/zh-Hans.ts";
import type { Invocation } from "./command.ts";
import { CommandError } from "./failure.ts";
import { checkOut, explained, holds, isHalfDone, outOf, summary } from "./out-folder.ts";
import { progressOn } from "./progress.ts";

/** `npm run build -- --merge`: joins shards that are built. Gives the exit status. */
export async function runMerge(invocation: Invocation): Promise<number> {
  const { options, flags, files, folder, texts, changed } = invocation;
  const { build } = texts.commands;
  const started = performance.now();
  const given = [...Object.keys(options), ...flags];
  const other = ["shard", "now", "jobs", "clean"].find((name) => given.includes(name));
  if (other !== undefined) throw new CommandError(build.mergeAlone({ option: `--${other}` }));
  if (files.length === 0) throw new CommandError(build.mergeNothing);
  const out = outOf(options);
  checkOut(out, folder, build);
  const inside = files.find((file) => holds(file, out) || holds(out, file));
  if (inside !== undefined) throw new CommandError(build.mergeOverlap({ out, folder: inside }));
  const progress = progressOn(process.stderr, build);
  try {
    const built = await merge({
      folders: files,
      out,
      onProgress: (done, total) => progress.show("checking", done, total),
    });
    changed();
    process.stdout.write(`${summary(built, { out, started }, build).join("\n")}\n`);
    return 0;
  } catch (error) {
    if (isHalfDone(error, out)) changed(build.unfinished({ out }));
    if (!(error instanceof ShardsError)) throw explained(error, out, build, [out, ...files]);
    const lines = [...faultLines(error.faults, build.shards), build.unchanged({ out })];
    throw new CommandError(lines.join("\n"));
  } finally {
    progress.clear();
  }
}

type Texts = Catalogue["commands"]["build"]["shards"];

/** How many faults are told one by one: a folder that was copied badly has thousands. */
const maxFaults = 10;

/** What does not fit, a sentence each. */
export function faultLines(faults: readonly ShardsFault[], texts: Texts): string[] {
  const told = faults.slice(0, maxFaults).map((fault) => faultText(fault, texts));
  const rest = faults.length - told.length;
  return rest > 0 ? [...told, texts.more({ count: rest })] : told;
}

function faultText(fault: ShardsFault, texts: Texts): string {
  switch (fault.kind) {
    case "noFolder":
    case "noShard":
    case "wholeSite":
      return texts[fault.kind](fault);
    case "counts":
    case "sites":
      return texts[fault.kind]({ a: placeOf(fault.a), b: placeOf(fault.b) });
    case "twice":
      return texts.twice(fault);
    case "missing":
      return texts.missing(fault);
    case "fileTwice":
      return texts.fileTwice(fault);
    case "altered":
      return texts.altered;
    case "changed":
      return texts.changed({ file: fault.file, ...fault.of.shard });
  }
}

function placeOf({ folder, shard: { index, count } }: ShardFolder): ShardPlace {
  return { folder, index, count };
}

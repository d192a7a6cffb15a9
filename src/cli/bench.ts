import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type BenchOptions, bench, type Progress } from "../bench/bench.ts";
import { generators } from "../bench/generators/index.ts";
import { formatReport, replaceReport } from "../bench/report.ts";
import { scenarios } from "../bench/scenarios.ts";
import { openWorkFolder, type WorkFolder, WorkFolderError } from "../bench/work-folder.ts";
import { asStorageError } from "../build/storage-error.ts";
import type { Catalogue } from "../messages/index.ts";
import type { Command, Invocation } from "./command.ts";
import { CommandError } from "./failure.ts";

type Texts = Catalogue["commands"]["bench"];

/** Where the generated articles come from; another seed gives other articles. */
const seed = 1937;

/** `npm run bench`. */
export const benchCommand: Command = {
  usage: (texts) => texts.bench.usage,
  options: ["generators", "sizes", "scenarios", "runs", "work", "out"],
  run,
};

async function run({ options, texts, signal }: Invocation): Promise<number> {
  const say = texts.commands.bench;
  const ids = generators.map(({ id }) => id);
  const wanted = chooseFrom("generators", ids, options, say) ?? ids;
  const sizes = (options["sizes"] ?? "1000")
    .split(",")
    .map((value) => readCount("--sizes", value, "1000", say));
  const chosen: Omit<BenchOptions, "folder"> = {
    generators: wanted.flatMap((id) => generators.filter((one) => one.id === id)),
    sizes,
    scenarios: chooseFrom("scenarios", scenarios, options, say) ?? scenarios,
    runs: readCount("--runs", options["runs"] ?? "3", "3", say),
    seed,
    signal,
    onProgress: (progress) => process.stderr.write(`${progressLine(progress, say)}\n`),
  };
  const work = open(options["work"], Math.max(...sizes), wanted.length, say);
  process.once("exit", work.remove);
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => process.exit(1));
  const results = await bench({ ...chosen, folder: work.path });
  write(formatReport(results, new Date().toISOString().slice(0, 10)), options["out"]);
  return results.results.some(({ failure }) => failure) ? 1 : 0;
}

function chooseFrom<T extends string>(
  option: string,
  known: readonly T[],
  options: Invocation["options"],
  say: Texts,
): T[] | undefined {
  return options[option]?.split(",").map((value) => {
    const found = known.find((one) => one === value);
    if (!found) throw new CommandError(say.unknown({ option: `--${option}`, value, known }));
    return found;
  });
}

function readCount(option: string, value: string, example: string, say: Texts): number {
  if (!/^[1-9]\d*$/.test(value)) throw new CommandError(say.notCount({ option, value, example }));
  return Number(value);
}

function open(named: string | undefined, articles: number, count: number, say: Texts): WorkFolder {
  try {
    return openWorkFolder(named, articles, count);
  } catch (error) {
    if (!(error instanceof WorkFolderError)) throw error;
    const { reason, folder, needed, free } = error;
    const gibibytes = (bytes: number) => (bytes / 2 ** 30).toFixed(1);
    throw new CommandError(
      reason === "foreign"
        ? say.workForeign({ folder })
        : say.workFull({ folder, needed: gibibytes(needed), free: gibibytes(free) }),
    );
  }
}

function progressLine(progress: Progress, say: Texts): string {
  switch (progress.step) {
    case "install":
      return say.installing(progress);
    case "absent":
      return say.absent(progress);
    case "lay":
      return say.laying(progress);
    case "build":
      return say.building(progress);
    case "failed":
      return say.failed(progress);
  }
}

function write(report: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(report);
    return;
  }
  try {
    const before = existsSync(out) ? readFileSync(out, "utf8") : "";
    writeFileSync(out, replaceReport(before, report));
  } catch (error) {
    throw asStorageError(error, out);
  }
}

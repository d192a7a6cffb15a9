import type { BenchResults, Result } from "./bench.ts";
import type { Machine } from "./machine.ts";
import type { Scenario } from "./scenarios.ts";
import { median, ratio } from "./statistics.ts";

/** The heading of what a report says; what stands above it in a file is not the report's. */
const heading = "## Results";

/** The load average for each core up to which a machine counts as quiet. */
const quiet = 0.25;
const notQuiet =
  "**The machine was not quiet:** other programs took part, so wall times are longer than they would be and their ratios uncertain; CPU times say more.";

/** The medians of one generator's builds in one scenario. */
interface Medians {
  seconds: number;
  cpuSeconds: number;
  peakBytes: number;
}

const said: Record<Scenario, string> = {
  cold: "cold",
  nochange: "no change",
  edit: "one edit",
  new: "one new article",
};

/** The report of a bench, in Markdown. `day` is when it was run. */
export function formatReport(results: BenchResults, day: string): string {
  const sizes = [...new Set(results.results.map(({ size }) => size))];
  const parts = [
    heading,
    machineText(results, day),
    versionsTable(results),
    ...sizes.flatMap((size) => [
      `### ${size.toLocaleString("en")} articles`,
      table(
        results,
        results.results.filter((result) => result.size === size),
      ),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A file's text with this report as its last section, instead of the one that it had. */
export function replaceReport(text: string, report: string): string {
  const start = text.search(new RegExp(`^${heading}$`, "m"));
  const before = (start === -1 ? text : text.slice(0, start)).trimEnd();
  return before === "" ? report : `${before}\n\n${report}`;
}

function machineText({ machine, loadAfter, runs, seed }: BenchResults, day: string): string {
  return [
    `Measured on ${day}: ${machineLine(machine)}.`,
    `Load average before: ${machine.load.toFixed(2)}, after: ${loadAfter.toFixed(2)}.`,
    `Medians of ${runs} ${runs === 1 ? "run" : "runs"}, seed ${seed}.`,
    ...(machine.load > machine.cores * quiet ? [notQuiet] : []),
  ].join(" ");
}

function machineLine(machine: Machine): string {
  const { cores, processor, memoryBytes, kernel, node, fileSystem } = machine;
  const memory = `${(memoryBytes / 2 ** 30).toFixed(0)} GiB of memory`;
  return `${cores} × ${processor}, ${memory}, ${kernel}, Node.js ${node}, sites on ${fileSystem}`;
}

function versionsTable({ versions }: BenchResults): string {
  return markdownTable(
    ["Generator", "Version"],
    versions.map(({ name, version }) => [name, version]),
  );
}

function table({ versions }: BenchResults, results: readonly Result[]): string {
  const names = new Map(versions.map(({ id, name }) => [id, name]));
  const medians = new Map(results.map((result) => [result, mediansOf(result)]));
  const rows = results.map((result) => {
    const { generator, scenario, failure } = result;
    const own = medians.get(result);
    const timesOf = (other: string) => {
      const base = results.find((one) => one.scenario === scenario && one.generator === other);
      const times = own && ratio(own.seconds, base && medians.get(base)?.seconds);
      return times === undefined ? "–" : times.toFixed(2);
    };
    const start = [said[scenario], names.get(generator) ?? generator];
    if (!own) return [...start, "–", "–", "–", "–", failureText(failure)];
    const { seconds, cpuSeconds, peakBytes } = own;
    const memory = peakBytes > 0 ? (peakBytes / 2 ** 20).toFixed(0) : "–";
    return [
      ...start,
      seconds.toFixed(2),
      timesOf("hugo"),
      timesOf("jinsui"),
      cpuSeconds.toFixed(2),
      memory,
    ];
  });
  const head = ["Scenario", "Generator", "Wall, s", "× Hugo", "× Jinsui", "CPU, s", "Peak, MiB"];
  return markdownTable(head, rows);
}

function mediansOf({ builds, failure }: Result): Medians | undefined {
  if (failure || builds.length === 0) return undefined;
  return {
    seconds: median(builds.map(({ seconds }) => seconds)),
    cpuSeconds: median(builds.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: median(builds.map(({ peakBytes }) => peakBytes)),
  };
}

/** The first line of why a generator failed, short enough for a cell. */
function failureText(failure = "not built"): string {
  const [line = ""] = failure.split("\n");
  return `failed: ${line.slice(0, 120).replaceAll("|", "\\|")}`;
}

function markdownTable(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

import { expect, test } from "vitest";
import type { BenchResults, Result } from "./bench.ts";
import { formatReport, replaceReport } from "./report.ts";

const build = (seconds: number) => ({
  seconds,
  cpuSeconds: seconds * 2,
  peakBytes: 300 * 2 ** 20,
  status: 0,
  output: "",
});

function resultsOf(results: Omit<Result, "size">[]): BenchResults {
  return {
    machine: {
      cores: 2,
      processor: "Some CPU",
      memoryBytes: 8 * 2 ** 30,
      kernel: "Linux 6.1",
      node: "20.19.0",
      fileSystem: "tmpfs",
      load: 0.125,
    },
    loadAfter: 1.5,
    versions: [
      { id: "jinsui", name: "Jinsui", version: "this checkout" },
      { id: "hugo", name: "Hugo", version: "0.111.3" },
    ],
    runs: 3,
    seed: 7,
    results: results.map((result) => ({ size: 1000, ...result })),
  };
}

test("a report has medians, ratios and the machine", () => {
  const report = formatReport(
    resultsOf([
      { generator: "jinsui", scenario: "cold", builds: [build(9), build(3), build(2)] },
      { generator: "hugo", scenario: "cold", builds: [build(1.5), build(1), build(2)] },
    ]),
    "2026-01-02",
  );
  expect(report).toBe(`## Results

Measured on 2026-01-02: 2 × Some CPU, 8 GiB of memory, Linux 6.1, Node.js 20.19.0, sites on tmpfs. Load average before: 0.13, after: 1.50. Medians of 3 runs, seed 7.

| Generator | Version |
| --- | --- |
| Jinsui | this checkout |
| Hugo | 0.111.3 |

### 1,000 articles

| Scenario | Generator | Wall, s | × Hugo | × Jinsui | CPU, s | Peak, MiB |
| --- | --- | --- | --- | --- | --- | --- |
| cold | Jinsui | 3.00 | 2.00 | 1.00 | 6.00 | 300 |
| cold | Hugo | 1.50 | 1.00 | 0.50 | 3.00 | 300 |
`);
});

test.each([
  { load: 0.5, says: false },
  { load: 0.6, says: true },
])("with a load of $load on two cores a report says that it was busy: $says", ({ load, says }) => {
  const results = resultsOf([]);
  const report = formatReport({ ...results, machine: { ...results.machine, load } }, "2026-01-02");
  expect(report.includes("The machine was not quiet")).toBe(says);
});

test("a failure is told in its row, also where some builds went well, and nothing is compared with it", () => {
  const failure = "2 article pages | instead of 3\nmore";
  const report = formatReport(
    resultsOf([
      { generator: "jinsui", scenario: "edit", builds: [build(3)] },
      { generator: "hugo", scenario: "edit", builds: [build(1)], failure },
    ]),
    "2026-01-02",
  );
  expect(report).toContain("| one edit | Jinsui | 3.00 | – | 1.00 | 6.00 | 300 |");
  expect(report).toContain(
    "| one edit | Hugo | – | – | – | – | failed: 2 article pages \\| instead of 3 |",
  );
});

test("a report takes the place of the one before, and leaves what stands above it", () => {
  const report = "## Results\n\nnew\n";
  expect(replaceReport("", report)).toBe(report);
  expect(replaceReport("# A\n\ntext ## Results\n", report)).toBe(
    `# A\n\ntext ## Results\n\n${report}`,
  );
  expect(replaceReport("# A\n\n## Results\n\nold\n", report)).toBe(`# A\n\n${report}`);
});

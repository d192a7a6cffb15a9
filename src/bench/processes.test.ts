import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { measure, readTimes, residentBytes } from "./processes.ts";

const mebibyte = 2 ** 20;
const script = (code: string) => ({ file: process.execPath, args: ["-e", code], cwd: tmpdir() });

/** A program that fills 60 MiB and keeps them for a while, and as long as what it starts first. */
const filling = (first = "") =>
  `${first}; globalThis.kept = Buffer.alloc(${60 * mebibyte}, 1); setTimeout(() => {}, 400);`;

const starting = (code: string) =>
  `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(code)}], { stdio: "ignore" })`;

describe("measuring a program", () => {
  test.runIf(existsSync("/proc/self/stat"))(
    "adds up the memory of all processes that it started",
    async () => {
      const alone = await measure(script(filling()), 60);
      const three = filling(starting(filling(starting(filling()))));
      const tree = await measure(script(three), 60);
      expect(alone.status).toBe(0);
      expect(alone.peakBytes).toBeGreaterThan(60 * mebibyte);
      expect(tree.peakBytes).toBeGreaterThan(180 * mebibyte);
      expect(tree.peakBytes).toBeGreaterThan(alone.peakBytes + 100 * mebibyte);
    },
  );

  test("adds up their CPU time, not the time that they wait", async () => {
    const busy = "const end = Date.now() + 300; while (Date.now() < end);";
    const waited = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(busy)}])`;
    const { seconds, cpuSeconds } = await measure(script(waited), 60);
    expect(cpuSeconds).toBeGreaterThan(0.1);
    expect(seconds).toBeGreaterThan(0.3);
    const idle = await measure(script("setTimeout(() => {}, 1000)"), 60);
    expect(idle.seconds).toBeGreaterThan(1);
    expect(idle.cpuSeconds).toBeLessThan(0.7);
  });

  test("tells how it ended and what it said last", async () => {
    const code = "console.log('x'.repeat(5000)); console.error('没有做成'); process.exitCode = 3";
    const { status, output } = await measure(script(code), 60);
    expect(status).toBe(3);
    expect(output).toContain("没有做成");
    expect(output.length).toBeLessThan(2500);
  });

  test("ends one that takes too long, with what it started", async () => {
    const file = join(temporaryFolder(), "pid");
    const child = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid)); setTimeout(() => {}, 60000)`;
    const { status, seconds } = await measure(
      script(`${starting(child)}; setTimeout(() => {}, 60000)`),
      1.5,
    );
    expect(status).toBe("SIGKILL");
    expect(seconds).toBeLessThan(30);
    const pid = Number(readFileSync(file, "utf8"));
    await expect.poll(() => runs(pid), { timeout: 5000 }).toBe(false);
  });

  test("takes none that is not there for one that did its work", async () => {
    const { status } = await measure({ file: "/no/such/program", args: [], cwd: tmpdir() }, 60);
    expect(status).toBe(127);
  });
});

/** Does a process run still? One that nobody has waited for does not. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
}

test.runIf(existsSync("/proc/self/stat"))("a process that is not there takes no memory", () => {
  expect(residentBytes(process.pid)).toBeGreaterThan(20 * mebibyte);
  expect(residentBytes(2 ** 30)).toBe(0);
});

test.each([
  { shell: "dash", text: "0m0.01s 0m0.00s\n1m2.50s 0m0.25s\n", seconds: 62.75 },
  { shell: "one that was killed", text: "", seconds: 0 },
])("reads what `times` of $shell says", ({ text, seconds }) => {
  expect(readTimes(text)).toBeCloseTo(seconds);
});

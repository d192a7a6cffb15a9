import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";

/** A program to run: what `spawn` takes. */
export interface Program {
  file: string;
  args: string[];
  cwd: string;
  /** Added to the environment of this process. */
  env?: Record<string, string>;
}

/** What a run of a program took, with all processes that it started. */
export interface Measured {
  seconds: number;
  /** CPU time, user and system, of all processes that were waited for. */
  cpuSeconds: number;
  /** The highest sum of their resident sets that was seen, in bytes; 0 where there is no /proc. */
  peakBytes: number;
  /** The exit status, or the signal that ended it. */
  status: number | NodeJS.Signals;
  /** The end of what it printed. */
  output: string;
}

/** How often memory is looked at, in milliseconds. */
const interval = 50;
/** How many characters of what a program prints are kept. */
const kept = 2000;

// The shell's own `times` tells the time of the children that it has waited for, theirs included.
const timed = '"$@"; status=$?; times >&3; exit $status';

/**
 * Runs a program to its end and measures it. After `patience` seconds it is killed, with what it
 * started. Throws where there is no POSIX shell.
 */
export async function measure(program: Program, patience: number): Promise<Measured> {
  const { file, args, cwd, env = {} } = program;
  const started = performance.now();
  // A session of its own: by it all that belongs to it is known, and can be killed.
  const child = spawn("sh", ["-c", timed, "sh", file, ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const { pid } = child;
  const output = collect([child.stdout, child.stderr] as Readable[]);
  const times = collect([child.stdio[3] as Readable]);
  let peakBytes = 0;
  const sampling = setInterval(() => {
    if (pid !== undefined) peakBytes = Math.max(peakBytes, residentBytes(pid));
  }, interval);
  const kill = () => {
    if (pid !== undefined) killSession(pid);
  };
  const killing = setTimeout(kill, patience * 1000);
  // Ctrl+C does not reach another session.
  process.once("exit", kill);
  let seconds = 0;
  child.on("exit", () => {
    seconds = (performance.now() - started) / 1000;
  });
  try {
    const status = await new Promise<Measured["status"]>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve(signal ?? code ?? 0));
    });
    return { seconds, cpuSeconds: readTimes(times()), peakBytes, status, output: output() };
  } finally {
    clearInterval(sampling);
    clearTimeout(killing);
    process.off("exit", kill);
  }
}

/** Kills a process with all of its session that made no group of their own; it may have ended. */
function killSession(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Keeps the end of what streams say. */
function collect(streams: readonly Readable[]): () => string {
  let text = "";
  for (const stream of streams) {
    stream.setEncoding("utf8");
    stream.on("data", (more: string) => {
      text = (text + more).slice(-kept);
    });
  }
  return () => text;
}

/**
 * The time of the children in what `times` prints, in seconds: its second line, `0m1.20s 0m0.30s`
 * (POSIX.1-2017, XCU 2.14). 0 where it printed nothing, because the shell was killed.
 */
export function readTimes(text: string): number {
  const children = text.split("\n")[1] ?? "";
  const parts = Array.from(children.matchAll(/(\d+)m([\d.]+)s/g));
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

interface ProcessEntry {
  parent: number;
  session: number;
  pages: number;
}

/**
 * The resident sets of a process and of all below it or in its session, added up, in bytes. Pages
 * that several share are counted for each of them. 0 where there is no /proc.
 */
export function residentBytes(root: number): number {
  const processes = readProcesses();
  const belongs = (pid: number): boolean => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) {
      if (at === root || processes.get(at)?.session === root) return true;
    }
    return false;
  };
  let pages = 0;
  for (const [pid, entry] of processes) if (belongs(pid)) pages += entry.pages;
  return pages * pageSize();
}

function readProcesses(): Map<number, ProcessEntry> {
  const processes = new Map<number, ProcessEntry>();
  if (!existsSync("/proc/self/stat")) return processes;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    let stat: string;
    try {
      stat = readFileSync(`/proc/${name}/stat`, "latin1");
    } catch {
      continue; // It has ended since it was listed.
    }
    // The second field is the name in brackets, which may hold spaces and brackets (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    processes.set(Number(name), {
      parent: Number(fields[1]),
      session: Number(fields[3]),
      pages: Number(fields[21]),
    });
  }
  return processes;
}

let bytesOfPage: number | undefined;

function pageSize(): number {
  bytesOfPage ??= Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" }));
  return bytesOfPage;
}

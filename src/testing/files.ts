import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { filesIn } from "../build/manifest.ts";

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** A temporary folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jinsui-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a site of src/testing/sites/, to change at will. */
export function copySite(name: string): string {
  const folder = join(temporaryFolder(), "content");
  cpSync(join(projectFolder, "src/testing/sites", name), folder, { recursive: true });
  return folder;
}

/** Every file below a folder with its bytes, as base64, so that whole trees can be compared. */
export function treeOf(folder: string): Record<string, string> {
  const entries = filesIn(folder).map((file) => [
    file,
    readFileSync(join(folder, file)).toString("base64"),
  ]);
  return Object.fromEntries(entries);
}

/**
 * Everything below a folder, also empty folders, with modes, bytes and what links lead to; with
 * `inodes` also which file it is and when it was last written.
 */
export function everythingIn(folder: string, { inodes = false } = {}): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    entries.map((path) => {
      const whole = join(folder, path);
      const stats = lstatSync(whole);
      const mode = (stats.mode & 0o777).toString(8);
      const identity = inodes && !stats.isDirectory() ? ` ${stats.ino} ${stats.mtimeMs}` : "";
      if (stats.isDirectory()) return [path, `folder ${mode}`];
      if (stats.isSymbolicLink()) return [path, `link ${readlinkSync(whole)}${identity}`];
      return [path, `file ${mode} ${readFileSync(whole, "base64")}${identity}`];
    }),
  );
}

/** How a script ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of scripts/, or one with a path of its own, as a user would, in the project's folder. */
export function runScript(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
  modules: readonly string[] = [],
): Ended {
  return spawnSync(process.execPath, commandLine(name, args, modules), {
    cwd: projectFolder,
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
}

/** Builds the sample site into a new folder, for whoever removes the folder around it. */
export function buildSample(): string {
  const out = join(mkdtempSync(join(tmpdir(), "jinsui-test-")), "dist");
  const { status, stderr } = runScript("build", ["--out", out, "--now", "2026-11-01"]);
  if (status !== 0) throw new Error(stderr);
  return out;
}

/** Starts one of scripts/, as `runScript` runs it. What is left of it is killed after the test. */
export function startScript(
  name: string,
  args: readonly string[],
  modules: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, commandLine(name, args, modules), { cwd: projectFolder });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = { status: null as number | null, stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    ended.stdout += data;
  });
  child.stderr.on("data", (data) => {
    ended.stderr += data;
  });
  return {
    child,
    ended: new Promise((resolve) => {
      child.once("close", (status) => resolve({ ...ended, status }));
    }),
  };
}

/** The arguments of Node; `modules` is source code that runs before the script. */
function commandLine(name: string, args: readonly string[], modules: readonly string[]): string[] {
  const before = modules.map((code) => `data:text/javascript,${encodeURIComponent(code)}`);
  const imports = before.flatMap((module) => ["--import", module]);
  const script = isAbsolute(name)
    ? ["--import", "tsx", `${name}.ts`]
    : [resolve(projectFolder, "scripts/start.js"), name];
  return [...imports, ...script, ...args];
}

/** Copies the program, so that a test can change it: the folder of the copy. Packages are shared. */
export function copyProject(): string {
  const folder = temporaryFolder();
  const parts = [
    ...["src", "layouts", "scripts", ".eleventy.ts"],
    ...["package.json", "package-lock.json", "tsconfig.json"],
  ];
  for (const part of parts) {
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  const packages = join(projectFolder, "node_modules");
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(packages)) {
    // What is compiled is kept there.
    if (name === ".cache") continue;
    symlinkSync(join(packages, name), join(folder, "node_modules", name), "junction");
  }
  return folder;
}

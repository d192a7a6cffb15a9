import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** Runs one of scripts/ as a user would, in the project's folder. */
export function runScript(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string } {
  const script = join(projectFolder, "scripts", `${name}.ts`);
  return spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

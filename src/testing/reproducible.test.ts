import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder, runScript, temporaryFolder, treeOf } from "./files.ts";

function build(env: Record<string, string>): Record<string, string> {
  const out = join(temporaryFolder(), "dist");
  const { status, stderr } = runScript("build", ["--out", out, "--now", "2026-11-01"], env);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return treeOf(out);
}

test("the sample site has the same bytes in any time zone and locale", () => {
  const west = build({ TZ: "America/Los_Angeles", LC_ALL: "C" });
  const east = build({ TZ: "Asia/Tokyo", LC_ALL: "zh_CN.UTF-8" });
  expect(Object.keys(west).length).toBeGreaterThan(80);
  expect(east).toEqual(west);
});

test("Eleventy's own command line builds the same site, and claims no file of others", () => {
  const out = join(temporaryFolder(), "dist");
  mkdirSync(join(out, "search"), { recursive: true });
  writeFileSync(join(out, "search/others.txt"), "");
  const command = join(projectFolder, "node_modules/@11ty/eleventy/cmd.cjs");
  const args = ["--import", "tsx", command, "--config=.eleventy.ts", `--output=${out}`, "--quiet"];
  const env = { ...process.env, JINSUI_NOW: "2026-11-01" };
  execFileSync(process.execPath, args, { cwd: projectFolder, env, stdio: "pipe" });
  // It knows its files by their bytes alone.
  const { ".manifest.json": listed = "", "search/others.txt": others, ...files } = treeOf(out);
  expect(others).toBe("");
  const { ".manifest.json": _, ...expected } = build({});
  expect(files).toEqual(expected);
  const manifest = JSON.parse(Buffer.from(listed, "base64").toString());
  expect(Object.keys(manifest.files)).toEqual(Object.keys(files));
});

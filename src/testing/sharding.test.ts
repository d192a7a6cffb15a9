import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder, temporaryFolder, treeOf } from "./files.ts";

interface Workflow {
  jobs: Record<string, { strategy?: { matrix: { index: number[] } }; steps: Step[] }>;
}

interface Step {
  run?: string;
  uses?: string;
  with?: Record<string, string | boolean>;
}

test("the workflow in docs/sharding.md builds the site that one build makes", {
  timeout: 180_000,
}, () => {
  const docs = readFileSync(join(projectFolder, "docs/sharding.md"), "utf8");
  const { jobs } = parse(/```yaml\n(.*?)```/s.exec(docs)?.[1] ?? "") as Workflow;
  const { shard, site } = jobs;
  const root = temporaryFolder();
  const runIn = (folder: string, line: string) => {
    // What is run is the script of this clone, in a folder that stands for that of a runner.
    const command = line.replace(
      "npm run build --",
      `"$NODE" ${join(projectFolder, "scripts/start.js")} build`,
    );
    mkdirSync(folder, { recursive: true });
    cpSync(join(projectFolder, "src/testing/sites/basic"), join(folder, "content"), {
      recursive: true,
    });
    const env = {
      ...process.env,
      NODE: process.execPath,
      NOW: "2026-01-01T00:00:00Z",
    };
    const { status, stderr } = spawnSync("bash", ["-ec", command], { cwd: folder, env });
    expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
  };
  const buildOf = (steps: readonly Step[] = []) =>
    steps.flatMap(({ run = "" }) => (run.startsWith("npm run build") ? run : []))[0] ?? "";
  const uploadOf = (steps: readonly Step[] = []) =>
    steps.find(({ uses }) => uses?.startsWith("actions/upload-artifact@"))?.with;

  const last = join(root, "site");
  for (const index of shard?.strategy?.matrix.index ?? []) {
    const runner = join(root, `${index}`);
    runIn(runner, buildOf(shard?.steps).replace("${{ matrix.index }}", `${index}`));
    expect(uploadOf(shard?.steps)).toMatchObject({ "include-hidden-files": true });
    const artifact = join(runner, `${uploadOf(shard?.steps)?.["path"]}`);
    cpSync(artifact, join(last, `shards/shard-${index}`), { recursive: true });
  }
  runIn(last, buildOf(site?.steps));
  runIn(join(root, "whole"), 'npm run build -- --now "$NOW"');
  const built = treeOf(join(last, `${uploadOf(site?.steps)?.["path"]}`));
  expect(Object.keys(built)).toContain(".manifest.json");
  expect(built).toEqual(treeOf(join(root, "whole/dist")));
});

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript, temporaryFolder } from "../testing/files.ts";

const bench = (...args: string[]) => runScript("bench", args);

describe("npm run bench", () => {
  test("says how it is used", () => {
    const { status, stdout } = bench("--help");
    expect(status).toBe(0);
    for (const option of ["generators", "sizes", "scenarios", "runs", "work", "out"]) {
      expect(stdout).toContain(`  --${option} `);
    }
  });

  test.each([
    {
      args: ["--generators", "hugo,jekyll"],
      says: "--generators 里不能有“jekyll”。可以写的有 jinsui、eleventy、hugo、astro、hexo，几个之间用英文逗号隔开。\n",
    },
    {
      args: ["--sizes", "1000,x"],
      says: "--sizes 里不能有“x”。请写大于 0 的整数，如 --sizes 1000。\n",
    },
  ])("refuses $args", ({ args, says }) => {
    const { status, stdout, stderr } = bench(...args);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: says });
  });

  test("takes no folder for its work that holds something else", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "letter.txt"), "");
    const { status, stderr } = bench("--work", folder);
    expect(status).toBe(1);
    expect(stderr).toContain(`${folder} 里有别的文件`);
    expect(readdirSync(folder)).toEqual(["letter.txt"]);
  });
});

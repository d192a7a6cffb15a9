import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { copySite, projectFolder, runScript, temporaryFolder, treeOf } from "../testing/files.ts";

const { version } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));

/** A module that breaks what looks for byte order marks: a bug deep inside, as a reader meets it. */
const broken = `
  const { startsWith } = String.prototype;
  String.prototype.startsWith = function (...args) {
    if (args[0] !== "\\uFEFF") return startsWith.apply(this, args);
    throw new TypeError("provoked", { cause: new RangeError("deeper") });
  };
`;

/** A script that runs `npm run build` with one more template: its path, without the extension. */
function scriptWith(template: string): string {
  const folder = temporaryFolder();
  const here = (path: string) => JSON.stringify(import.meta.resolve(path));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "build.ts"),
    `
      import { setTimeout as sleep } from "node:timers/promises";
      import { buildCommand } from ${here("./build.ts")};
      import { runCommand } from ${here("./command.ts")};
      import configure from ${here("../../.eleventy.ts")};
      await runCommand(async () => buildCommand((config, prepared) => {
        config.addTemplate("extra.11ty.js", ${template}, { permalink: "/extra.html" });
        return configure(config, prepared);
      }));
    `,
  );
  return join(folder, "build");
}

/** Builds a site, then, with another text, by what makes that fail. */
function failAfterSuccess({ script = "build", modules = [] as string[], language = "zh-Hans" }) {
  const folder = copySite("basic");
  const site = join(folder, "site.yaml");
  writeFileSync(site, `lang: ${language}\n${readFileSync(site, "utf8")}`);
  const out = join(dirname(folder), "dist");
  const args = ["--content", folder, "--out", out, "--now", "2026-01-01 08:00"];
  expect(runScript("build", args)).toMatchObject({ status: 0, stderr: "" });
  const article = join(folder, "news/2017/0707-first.md");
  writeFileSync(article, readFileSync(article, "utf8").replace("第一篇", "改过的"));
  const before = treeOf(dirname(folder));
  const ended = runScript(script, args, { PASSWORD: "opensesame" }, modules);
  return { ...ended, before, after: treeOf(dirname(folder)), folder, out };
}

describe("a fault of ours", () => {
  test.each([
    [
      "zh-Hans",
      /^程序自己出了错。这不是您的错，也不是文章的问题，不用改文章。\n没有生成网站，.*dist 保持原样。\n请把下面两条横线之间的内容复制下来，发给维护人员：\n\n/,
      "起因：",
    ],
    [
      "en",
      /^the program failed\. This is its own fault, not yours .*\nnothing was built and .*dist is as it was\.\nPlease copy what is between the two lines .*\n\n/,
      "caused by: ",
    ],
  ])("is told as such in %s, with what to report", (language, opening, causedBy) => {
    const { status, stderr, before, after, folder, out } = failAfterSuccess({
      modules: [broken],
      language,
    });
    expect(stderr).toMatch(opening);
    const [, block = "", rest] = stderr.split(/^-{60}\n/m);
    expect(rest).toBe("");
    const lines = block.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      `Jinsui ${version}`,
      `Node.js ${process.version}, ${process.platform} ${process.arch}`,
      `npm run build -- --content ${folder} --out ${out} --now "2026-01-01 08:00"`,
      "TypeError: provoked",
    ]);
    expect(block).toMatch(/^ {4}at .*src\/content\/decode\.ts/m);
    expect(lines).toContain(`${causedBy}RangeError: deeper`);
    expect(stderr).not.toContain("opensesame");
    expect(stderr).not.toContain("改过的");
    expect(status).toBe(1);
    expect(after).toEqual(before);
  });

  test.each([
    ["thrown by a template", "() => { throw new Error('provoked'); }"],
    [
      "thrown by a template that takes its time",
      "async () => { await sleep(50); throw new Error('provoked'); }",
    ],
    ["that is no error, thrown by a template", "() => { throw 'provoked'; }"],
    [
      "rejected by nobody's promise",
      "async () => { Promise.reject(new Error('provoked')); await sleep(200); return ''; }",
    ],
    [
      "thrown where nobody can catch it",
      "() => new Promise(() => setTimeout(() => { throw new Error('provoked'); }, 50))",
    ],
    [
      "that is nothing, rejected by nobody's promise",
      "async () => { Promise.reject('provoked'); await sleep(200); return ''; }",
    ],
  ])("%s leaves the site as it was, and no litter", (_, template) => {
    const { status, stdout, stderr, before, after } = failAfterSuccess({
      script: scriptWith(template),
    });
    expect(stderr).toMatch(/^程序自己出了错。.*\n没有生成网站，.*dist 保持原样。\n/);
    expect(stderr.match(/provoked/g)?.length).toBeGreaterThan(0);
    expect(stderr.match(/程序自己出了错/g)).toHaveLength(1);
    expect(stderr.trim().endsWith("-".repeat(60))).toBe(true);
    expect(stdout).not.toContain("网站已生成");
    expect(status).toBe(1);
    expect(after).toEqual(before);
  });

  test("is also a template that never ends", () => {
    const template = "() => new Promise(() => {})";
    const { status, stderr, before, after } = failAfterSuccess({ script: scriptWith(template) });
    expect(stderr).toMatch(/^程序自己出了错。/);
    expect(stderr).toContain("Error: the command waits for something that will never come");
    expect(status).toBe(1);
    expect(after).toEqual(before);
  });

  test("after the site is there does not say that it is as it was", () => {
    const template =
      "() => { setTimeout(() => { throw new Error('provoked'); }, 1500); return ''; }";
    const { status, stdout, stderr, out } = failAfterSuccess({ script: scriptWith(template) });
    expect(stdout).toContain("网站已生成");
    expect(readFileSync(join(out, "news/2017/0707-first.html"), "utf8")).toContain("改过的");
    expect(stderr).toMatch(/^程序自己出了错。.*\n请把下面两条横线之间的内容/);
    expect(stderr).toContain("Error: provoked");
    expect(status).toBe(1);
  });

  test("while the program is loaded is told as well", () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, "broken.mts"),
      `
        import { runCommand } from ${JSON.stringify(import.meta.resolve("./command.ts"))};
        await runCommand(() => import("./no-such-module.ts"));
      `,
    );
    const args = ["--import", "tsx", join(folder, "broken.mts")];
    const options = { cwd: projectFolder, encoding: "utf8" } as const;
    const { status, stderr } = spawnSync(process.execPath, args, options);
    expect(stderr).toMatch(/^程序自己出了错。/);
    expect(stderr).toContain("no-such-module.ts");
    expect(status).toBe(1);
  });

  test("in an import leaves the content as it was", () => {
    const folder = copySite("basic");
    const page = join(temporaryFolder(), "page.txt");
    writeFileSync(page, "标题\n发布日期:2017-07-07 10:34\n第一段。\n");
    const before = treeOf(folder);
    const args = [page, "--content", folder, "--column", "news"];
    const { status, stdout, stderr } = runScript("import", args, {}, [broken]);
    expect(stderr).toMatch(/^程序自己出了错。.*\n没有写入任何文章。\n请把/);
    expect(stderr).toContain(`npm run import -- ${args.join(" ")}\nTypeError: provoked`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(treeOf(folder)).toEqual(before);
  });

  test("at the start of the dev server ends it", () => {
    const TMPDIR = temporaryFolder();
    const args = ["--content", copySite("basic"), "--port", "8251"];
    const { status, stdout, stderr } = runScript("dev", args, { TMPDIR }, [broken]);
    expect(stderr).toMatch(/^程序自己出了错。.*\n请把/);
    expect(stderr).toContain(`npm run dev -- ${args.join(" ")}\nTypeError: provoked`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(readdirSync(TMPDIR).filter((name) => name.startsWith("jinsui-"))).toEqual([]);
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { copyProject, copySite, projectFolder } from "../testing/files.ts";

/** Runs a command of a copy of the project on the site of `content`. */
function run(project: string, command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, "scripts/start.js"), command, ...args],
    { cwd: project, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

function replaceIn(path: string, from: string, to: string) {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test("what is compiled is used until a source changes, and then no more", async () => {
  const project = copyProject();
  const kept = join(project, "node_modules/.cache/jinsui-program");
  const compiledAt = () => statSync(join(kept, "current.json")).mtimeMs;
  const help = () => run(project, "check", "--help").stdout;
  expect(help()).toMatch(/^用法：npm run check/);
  // Files that were just written might be written again unnoticed.
  await setTimeout(2100);
  help();
  const before = compiledAt();
  help();
  expect(compiledAt()).toBe(before);

  replaceIn(join(project, "src/messages/zh-Hans.ts"), "用法：npm run check", "写法：npm run check");
  expect(help()).toMatch(/^写法：npm run check/);
  // In what is left of the last one: this time it is not used, as its time may be the same.
  replaceIn(join(project, "src/messages/zh-Hans.ts"), "写法：npm run check", "用途：npm run check");
  expect(help()).toMatch(/^用途：npm run check/);
});

test("new templates beside the layouts are built, and stand for other code", () => {
  const project = copyProject();
  const content = copySite("basic");
  const out = join(content, "../dist");
  const build = () => run(project, "build", "--content", content, "--out", out);
  expect(build()).toMatchObject({ status: 0, stderr: "" });
  const template = "---\npermalink: /own.html\n---\n{{ collections.articles.length }}";
  writeFileSync(join(project, "layouts/own.njk"), template);
  // Modules of JavaScript are imported as they are.
  const module = [
    'export const data = await Promise.resolve({ permalink: "/module.html" });',
    "export default ({ collections }) => String(collections.articles.length);",
  ];
  writeFileSync(join(project, "layouts/module.11ty.js"), module.join("\n"));
  expect(build()).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(out, "own.html"), "utf8")).toMatch(/^\d+$/);
  expect(readFileSync(join(out, "module.html"), "utf8")).toMatch(/^\d+$/);
});

test("the machine's code of what is compiled is kept, and not taken where it is damaged", async () => {
  const project = copyProject();
  const kept = join(project, "node_modules/.cache/jinsui-program");
  const check = () => run(project, "check", "--content", copySite("basic"));
  const { stdout } = check();
  // Files that were just written might be written again unnoticed, and are compiled once more.
  await setTimeout(2100);
  expect(check().stdout).toBe(stdout);
  const { program } = JSON.parse(readFileSync(join(kept, "current.json"), "utf8"));
  const names = readdirSync(join(kept, program)).filter((name) => /\.js\.(?!map$)/.test(name));
  const codes = names.map((name) => join(kept, program, name));
  const states = () => codes.map((code) => statSync(code).mtimeMs);
  expect(codes).not.toEqual([]);
  const before = states();
  expect(check().stdout).toBe(stdout);
  expect(states()).toEqual(before);

  for (const code of codes) {
    const bytes = readFileSync(code);
    writeFileSync(code, bytes.fill(bytes[0] ?? 0, bytes.length / 2));
  }
  const damaged = states();
  expect(check()).toEqual({ status: 0, stdout, stderr: "" });
  for (const [at, state] of states().entries()) expect(state).not.toBe(damaged[at]);
});

test("nothing that a compiled module exports is set anew, as who has asked for it would not know", () => {
  run(projectFolder, "check", "--help");
  const kept = join(projectFolder, "node_modules/.cache/jinsui-program");
  const { program } = JSON.parse(readFileSync(join(kept, "current.json"), "utf8"));
  const files = readdirSync(join(kept, program)).filter((name) => name.endsWith(".js"));
  let exported = 0;
  for (const file of files) {
    const code = readFileSync(join(kept, program, file), "utf8");
    const [, list = ""] = /__export\(\w+, \{([^}]*)\}\);/.exec(code) ?? [];
    const names = Array.from(list.matchAll(/\(\) => ([\w$]+)/g), ([, name]) => name);
    const set = code.matchAll(
      /(var |let |const )?(?<![.\w$])([\w$]+) ?(?:\+\+|--|[-+*/%&|^?]*=(?![=>]))/g,
    );
    const setAnew = new Set(Array.from(set, ([, declared, name]) => (declared ? "" : name)));
    expect(names.filter((name) => setAnew.has(name))).toEqual([]);
    exported += names.length;
  }
  expect(exported).toBeGreaterThan(100);
});

test("where nothing can be kept, the sources run", () => {
  const project = copyProject();
  mkdirSync(join(project, "node_modules/.cache"));
  writeFileSync(join(project, "node_modules/.cache/jinsui-program"), "in the way");
  const content = copySite("basic");
  const out = join(content, "../dist");
  const { status, stderr } = run(project, "build", "--content", content, "--out", out);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(readdirSync(out)).toContain("index.html");
});

test("a source that can't be compiled is told with its place", () => {
  const project = copyProject();
  writeFileSync(join(project, "layouts/home.tsx"), "export const Home = ;\n");
  const { status, stderr } = run(project, "check");
  expect(stderr).toContain("layouts/home.tsx:1:20: ERROR");
  expect(status).toBe(1);
});

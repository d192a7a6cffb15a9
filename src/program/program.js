// @ts-check
// Plain JavaScript, as what runs before anything is compiled.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const project = new URL("../../", import.meta.url);

/** Where compiled code is kept: each state of it in a folder of its own. */
const kept = new URL("node_modules/.cache/jinsui-program/", project);

/** What code is compiled from, as paths in the project. The last tells which packages are there. */
const folders = ["src", "layouts", "scripts"];
const files = [
  ...[".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"],
  "node_modules/.package-lock.json",
];

/** How long ago a file must have been written, in milliseconds, so that its times tell of any change. */
const settled = 2000;

/** The modules that are started by their names: commands, and what other threads do. */
export const entries = {
  build: "scripts/build.ts",
  check: "scripts/check.ts",
  dev: "scripts/dev.ts",
  import: "scripts/import.ts",
  bench: "scripts/bench.ts",
  worker: "scripts/worker.ts",
  look: "scripts/look.ts",
};

/**
 * Loads one of the entries, compiled from the sources as they lie on disk, which is only done where
 * it has not been done yet. Where what is compiled can't be kept, as on a disk that is full or not to
 * be written to, the sources are loaded themselves, which takes longer. Throws where there is no such
 * entry, or it can't be compiled.
 *
 * @param {string} name
 * @returns {Promise<any>} What the module exports.
 */
export async function load(name) {
  const source = Object.entries(entries).find(([entry]) => entry === name)?.[1];
  if (source === undefined) throw new Error(`there is no ${name}: ${Object.keys(entries)}`);
  const sources = listSources();
  const current = readCurrent();
  const program = current?.sources === sources.list ? current.program : await compile(sources);
  if (program === undefined) {
    (await import("tsx/esm/api")).register();
    return import(new URL(source, project).href);
  }
  const folder = new URL(`${program}/`, kept);
  // Node keeps the code of machines that it makes of modules, from 22.1 on.
  const { enableCompileCache } = /** @type {any} */ (module);
  enableCompileCache?.(fileURLToPath(new URL("code", folder)));
  return import(new URL(`${name}.js`, folder).href);
}

/** @param {ReturnType<typeof listSources>} sources */
async function compile({ list, isSettled }) {
  const { tsImport } = await import("tsx/esm/api");
  /** @type {typeof import("./compile.ts")} */
  const { compileInto } = await tsImport("./compile.ts", import.meta.url);
  return compileInto(project, kept, isSettled ? list : "");
}

/** All that code is compiled from, with the times and sizes by which a change is noticed. */
function listSources() {
  let newest = 0;
  const lines = files.map((path) => stateOf(path));
  for (const folder of folders) visit(folder);
  return { list: lines.join("\n"), isSettled: newest + settled < Date.now() };

  /** @param {string} folder */
  function visit(folder) {
    for (const entry of readdirSync(new URL(`${folder}/`, project), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else lines.push(stateOf(path));
    }
  }

  /** @param {string} path */
  function stateOf(path) {
    const stats = lstatSync(new URL(path, project), { throwIfNoEntry: false });
    if (!stats) return path;
    const { size, mtimeMs, ctimeMs, ino } = stats;
    newest = Math.max(newest, mtimeMs, ctimeMs);
    return [path, size, mtimeMs, ctimeMs, ino].join(" ");
  }
}

/** What was compiled last, and from what. */
function readCurrent() {
  try {
    /** @type {{ sources: string, program: string }} */
    const current = JSON.parse(readFileSync(new URL("current.json", kept), "utf8"));
    return current;
  } catch {
    // Nothing has been compiled yet, or that is half written.
    return undefined;
  }
}

// @ts-check
// Plain JavaScript, as what runs before anything is compiled.
import { lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { crc32 } from "node:zlib";

const project = new URL("../../", import.meta.url);

/** Where compiled code is kept: each state of it in a folder of its own. */
const kept = new URL("node_modules/.cache/jinsui-program/", project);

/** What code is compiled from, as paths in the project. The last tells which packages are there. */
const folders = ["src", "layouts", "scripts"];
const ofTests = /\.test\.tsx?$|^src\/testing$/;
const files = [
  ...[".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"],
  "node_modules/.package-lock.json",
];

/** What each function that is compiled of a module is given. */
export const given = ["exports", "module", "require", "importModule", "programAddress"];

/** Stands for what the code for the machine depends on, besides its source. */
const machine = crc32(
  [process.version, process.arch, ...process.execArgv, process.env["NODE_OPTIONS"]].join(" "),
).toString(36);

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
  return start(new URL(`${program}/`, kept), `./${name}.js`);
}

/**
 * Runs a module that was compiled, and those that it needs, and gives what it exports. The code for
 * the machine that V8 makes of them in a run that ends well is kept for later runs.
 *
 * @param {URL} folder
 * @param {string} first
 */
function start(folder, first) {
  const requireOther = createRequire(folder);
  const importModule = (/** @type {string} */ which) => import(which);
  const modules = new Map();
  /** @type {Map<URL, Script>} */
  const fresh = new Map();
  if (isMainThread) process.once("exit", (status) => status || keepCode(fresh));
  return require(first);

  /** @param {string} name */
  function require(name) {
    if (isBuiltin(name)) return requireOther(name);
    // Some packages have modules for those only who import them.
    if (!name.startsWith("./")) return requireOther(fileURLToPath(import.meta.resolve(name)));
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const address = new URL(name, folder);
    const code = new URL(`${name}.${machine}`, folder);
    const cachedData = readCode(code);
    const source = readFileSync(address, "utf8");
    const script = new Script(source, {
      filename: address.href,
      ...(cachedData && { cachedData }),
    });
    if (!cachedData || script.cachedDataRejected) fresh.set(code, script);
    script.runInThisContext()(module.exports, module, require, importModule, address.href);
    module.exports = fixed(module.exports);
    return module.exports;
  }
}

/**
 * What a module exports, as it is once that has run: each time it is asked for, the compiled code asks
 * the module anew, which takes long. None is changed later, as a test shows; some are set later.
 *
 * @param {object} exports
 */
function fixed(exports) {
  const all = Object.create(Object.getPrototypeOf(exports));
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(exports))) {
    const value = property.get?.();
    Object.defineProperty(all, name, value === undefined ? property : { value, enumerable: true });
  }
  return all;
}

/**
 * What `keepCode` has kept. V8 looks whether it suits, but not whether it is whole.
 *
 * @param {URL} path
 */
function readCode(path) {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(4);
    return crc32(code) === bytes.readUInt32LE() ? code : undefined;
  } catch {
    // Nothing has been kept yet.
    return undefined;
  }
}

/** @param {Map<URL, Script>} scripts */
function keepCode(scripts) {
  try {
    for (const [path, script] of scripts) {
      const code = script.createCachedData();
      const check = Buffer.alloc(4);
      check.writeUInt32LE(crc32(code));
      const written = new URL(`${path}.${process.pid}`);
      writeFileSync(written, Buffer.concat([check, code]));
      renameSync(written, path);
    }
  } catch {
    // As on a full disk: then it is made anew each time.
  }
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
      if (ofTests.test(path)) continue;
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

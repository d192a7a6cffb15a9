import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type OutputFile, type Plugin, transform } from "esbuild";
import { hashOf } from "../content/hash.ts";
import { codeHash } from "./code-key.ts";
import { entries, given } from "./program.js";

/** Packages that stay what they are: with code for the machine, or files of their own beside it. */
const outside = [
  ...["lightningcss", "sharp", "pagefind", "esbuild", "fsevents"],
  ...["piscina", "tsx", "@11ty/eleventy-dev-server"],
];

/** How long code is kept that is not current any more, in milliseconds: it may still be running. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

/**
 * Compiles all commands with the packages that they use, so that they start in a fraction of the
 * time, and keeps them in a folder of `kept`, of which the name is given. `sources` is what tells the
 * next run that there is nothing to compile. Gives nothing where that can't be written; throws where
 * the code can't be compiled.
 */
export async function compileInto(
  project: URL,
  kept: URL,
  sources: string,
): Promise<string | undefined> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(project),
    entryPoints: entries,
    // Where nothing is written, but what lies beside it will be: its address tells where sources are.
    outdir: fileURLToPath(new URL("new", kept)),
    sourcemap: "inline",
    sourcesContent: false,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: outside.flatMap((name) => [name, `${name}/*`]),
    define: { compiledCodeHash: JSON.stringify(codeHash()) },
    plugins: [asInSources, withoutEsprima],
    write: false,
    logLevel: "silent",
  });
  const names = outputFiles.map(({ path, hash }) => `${basename(path)} ${hash}`);
  const program = hashOf(names.sort().join("\n"));
  const folder = fileURLToPath(kept);
  const unfinished = join(folder, `${program}.${process.pid}`);
  const isThere = existsSync(join(folder, program));
  const scripts = isThere ? [] : await Promise.all(outputFiles.map(asScript));
  try {
    if (!isThere) {
      mkdirSync(unfinished, { recursive: true });
      for (const { path, code, map } of scripts) {
        writeFileSync(join(unfinished, basename(path)), code);
        writeFileSync(join(unfinished, `${basename(path)}.map`), map);
      }
      renameSync(unfinished, join(folder, program));
    }
    const current = join(folder, `current.${process.pid}`);
    writeFileSync(current, JSON.stringify({ sources, program }));
    renameSync(current, join(folder, "current.json"));
    forgetOld(folder, program);
    return program;
  } catch {
    return undefined;
  } finally {
    // Where it could not even be made there is nothing to remove.
    if (existsSync(unfinished)) rmSync(unfinished, { recursive: true });
  }
}

/**
 * A module as a function that is given what `program.js` gives it: of these, unlike of modules, V8
 * gives and takes the code that it makes for the machine.
 */
async function asScript({ path, text }: OutputFile) {
  const { code, map } = await transform(text, {
    format: "cjs",
    banner: `(function (${given.join(", ")}) {`,
    footer: "})",
    // What is imported is required: such a function can't import.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "programAddress" },
    platform: "node",
    target: "node20.19",
    sourcemap: "external",
    sourcesContent: false,
    sourcefile: basename(path),
    logLevel: "silent",
  });
  return { path, code, map };
}

/**
 * Modules tell where things lie from their own address: that stays the one of their source. What
 * they import by an address that is told them, as Eleventy does templates, is still imported.
 */
const asInSources: Plugin = {
  name: "as-in-sources",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/](?:src|layouts|scripts)[\\/].*\.[jt]sx?$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const address = JSON.stringify(pathToFileURL(path).href);
      const contents = code
        .replaceAll("import.meta.url", address)
        .replaceAll(/\bimport\((?=\w+\))/g, "importModule(");
      return contents === code
        ? undefined
        : { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/** What gray-matter brings along to parse YAML would load a parser of JavaScript, to no use here. */
const withoutEsprima: Plugin = {
  name: "without-esprima",
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /[\\/]js-yaml[\\/].*[\\/]type[\\/]js[\\/]function\.js$/ },
      async ({ path }) => {
        const code = await readFile(path, "utf8");
        return { contents: code.replace("_require('esprima')", "undefined") };
      },
    );
  },
};

/** Removes what has not been current for long. */
function forgetOld(folder: string, program: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isOld = statSync(path).mtimeMs + keptFor < Date.now();
    if (name !== program && isOld) rmSync(path, { recursive: true, force: true });
  }
}

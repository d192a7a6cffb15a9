import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

// From the ground up; whatever is not named stands on top of all of them.
const floors = [
  "src/messages",
  "src/problems",
  "src/content",
  "src/program",
  "src/cache",
  "src/assets",
  "src/markdown",
  "src/site",
  "src/search",
  "src/mending",
  "src/pages",
  "layouts",
  "src/build",
  "src/importer",
  "src/bench",
  "src/cli",
];

function floorOf(path: string): number {
  const floor = floors.findIndex((folder) => path.startsWith(`${folder}/`));
  return floor === -1 ? floors.length : floor;
}

/** The relative imports of a module, as paths from the root; types count as well. */
function importsOf(path: string): string[] {
  return importedBy(path, /(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g);
}

/** The relative imports that are loaded together with a module, as paths from the root. */
function staticImportsOf(path: string): string[] {
  return importedBy(path, /(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g);
}

function importedBy(path: string, statement: RegExp): string[] {
  const written = readFileSync(join(root, path), "utf8").matchAll(statement);
  return Array.from(written, ([, to = ""]) => posix.join(posix.dirname(path), to));
}

const modules = ["src", "layouts"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
      posix.join(folder, path.replaceAll("\\", "/")),
    ),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|^src\/testing\//.test(path));

describe("a lower floor never imports an upper one", () => {
  test.each(floors.map((folder, floor) => ({ folder, floor })))("$folder", ({ folder, floor }) => {
    const inside = modules.filter((path) => path.startsWith(`${folder}/`));
    expect(inside).not.toEqual([]);
    const upwards = inside.flatMap((path) =>
      importsOf(path)
        .filter((imported) => floorOf(imported) > floor)
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(upwards).toEqual([]);
  });
});

test("imports are seen: each floor but the lowest stands on another", () => {
  const standing = floors.filter((_, floor) =>
    modules.some(
      (path) => floorOf(path) === floor && importsOf(path).some((to) => floorOf(to) < floor),
    ),
  );
  expect(standing).toEqual(floors.slice(1));
});

test("explanations of problems are loaded only when they are asked for", () => {
  const asked = /^src\/problems\/(?:explain|examples|groups|wrap|explanations\/[\w-]+)\.ts$/;
  const outside = modules.filter((path) => !asked.test(path));
  expect(modules.filter((path) => asked.test(path))).toContain("src/problems/explain.ts");
  const eager = outside.filter((path) => staticImportsOf(path).some((to) => asked.test(to)));
  expect(eager).toEqual([]);
});

test("a build that finds nothing changed loads no package", () => {
  const loaded = new Set(["src/cli/command.ts", "src/cli/build.ts"]);
  const packages: string[] = [];
  for (const path of loaded) {
    const text = readFileSync(join(root, path), "utf8");
    for (const [, to = ""] of text.matchAll(/^(?:im|ex)port (?!type )[^;]*?from "([^"]+)"/gm)) {
      if (to.startsWith(".")) loaded.add(posix.join(posix.dirname(path), to));
      else if (!to.startsWith("node:")) packages.push(`${path} loads ${to}`);
    }
  }
  expect(packages).toEqual([]);
  expect(loaded).toContain("src/build/last-build.ts");
});

test("modules do not import tests or what only tests use", () => {
  const strays = modules.filter((path) =>
    importsOf(path).some((to) => /\.test\.tsx?$|^src\/testing\//.test(to)),
  );
  expect(strays).toEqual([]);
});

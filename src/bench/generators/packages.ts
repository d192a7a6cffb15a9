import { existsSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Program } from "../processes.ts";

const packageSchema = z.object({ version: z.string() });

/** The version of a package that is installed in a folder, or undefined. */
export function packageVersion(folder: string, name: string): string | undefined {
  const file = join(folder, "node_modules", name, "package.json");
  if (!existsSync(file)) return undefined;
  return packageSchema.parse(JSON.parse(readFileSync(file, "utf8"))).version;
}

/**
 * A script of an installed package, to be run in that folder. The heap may grow to half of the
 * memory, as documentations advise for large sites.
 */
export function packageProgram(
  folder: string,
  script: string,
  args: string[],
  node = process.execPath,
): Program {
  const megabytes = Math.floor(totalmem() / 2 / 1024 / 1024);
  return {
    file: node,
    args: [join(folder, "node_modules", script), ...args],
    cwd: folder,
    env: { NODE_OPTIONS: `--max-old-space-size=${megabytes}`, NODE_ENV: "production" },
  };
}

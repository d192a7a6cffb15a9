import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const name = ".manifest.json";

/** Where an output folder keeps the list of the files that a build wrote. */
export function manifestPath(out: string): string {
  return join(out, name);
}

/** The files that a build wrote into an output folder; nothing where none did. */
export function readManifest(out: string): Set<string> {
  try {
    const { files } = JSON.parse(readFileSync(manifestPath(out), "utf8")) as { files: string[] };
    return new Set(files);
  } catch {
    // No manifest, or not one of ours: then no file is ours either, and none will be touched.
    return new Set();
  }
}

/** The files in an output folder that no build wrote, sorted. */
export function foreignFiles(out: string): string[] {
  const ours = readManifest(out);
  return filesIn(out).filter((file) => file !== name && !ours.has(file));
}

/** Every file below a folder, with forward slashes, sorted; none where there is no folder. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length))
      .map((file) => file.replaceAll("\\", "/"))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

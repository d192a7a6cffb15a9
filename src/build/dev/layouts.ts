import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import type * as Layouts from "../../../layouts/render.tsx";
import { hashOf } from "../../content/hash.ts";
import type { Script, Scripts } from "../../pages/scripts.ts";
import { inputFolder } from "../input.ts";
import { makeScripts } from "../scripts.ts";
import { makeStylesheets, type Stylesheet } from "../stylesheet.ts";

/** The layouts as they were at one moment. */
export interface LiveLayouts {
  render: typeof Layouts;
  stylesheet: Stylesheet;
  scripts: Scripts;
  feedStyle: Script;
  /** Stands for all of them. */
  key: string;
}

/**
 * Makes the function that gives the layouts as they are on disk: modules that were imported once
 * stay as they were. Rejects with what is wrong with a layout.
 */
export function layoutLoader(): () => Promise<LiveLayouts> {
  let last: LiveLayouts | undefined;
  return async () => {
    const key = stateOfFolder(inputFolder);
    if (last?.key === key) return last;
    const path = fileURLToPath(new URL("../../../layouts/render.tsx", import.meta.url));
    const render = (await tsImport(path, import.meta.url)) as typeof Layouts;
    const { site: stylesheet, feed: feedStyle } = await makeStylesheets();
    last = { render, key, stylesheet, scripts: makeScripts(), feedStyle };
    return last;
  };
}

/** Changes whenever a file of a folder is written, made or removed. */
function stateOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const states = files.map(({ parentPath, name }) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(parentPath, name));
    return [parentPath, name, size, mtimeMs, ctimeMs, ino].join(" ");
  });
  return hashOf(states.sort().join("\n"));
}

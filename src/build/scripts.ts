import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Script, type ScriptName, type Scripts, scriptNames } from "../pages/scripts.ts";
import { assetAddress } from "./asset-address.ts";

/** Reads layouts/scripts/, which browsers are given as it is. */
export function makeScripts(): Scripts {
  return Object.fromEntries(scriptNames.map((name) => [name, makeScript(name)])) as Scripts;
}

function makeScript(name: ScriptName): Script {
  const file = fileURLToPath(new URL(`../../layouts/scripts/${name}.js`, import.meta.url));
  const code = readFileSync(file, "utf8");
  return { url: assetAddress(name, "js", code), code };
}

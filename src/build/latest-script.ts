import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Script } from "../pages/page.ts";
import { assetAddress } from "./asset-address.ts";

const file = fileURLToPath(new URL("../../layouts/scripts/latest.js", import.meta.url));

/** Reads layouts/scripts/latest.js, which browsers are given as it is. */
export function makeLatestScript(): Script {
  const code = readFileSync(file, "utf8");
  return { url: assetAddress("latest", "js", code), code };
}

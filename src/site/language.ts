import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { siteFile } from "../content/address.ts";
import { type Language, languages } from "../messages/index.ts";

/** The language that site.yaml asks for, as far as can be told before it is read and checked. */
export function peekLanguage(folder: string): Language {
  let text = "";
  try {
    const path = join(folder, siteFile);
    if (lstatSync(path).isFile()) text = readFileSync(path, "utf8");
  } catch {
    // Whoever reads the folder in earnest says what is wrong with it.
  }
  const written = /^lang:\s*["']?([\w-]+)/m.exec(text)?.[1];
  return languages.find((language) => language === written) ?? languages[0];
}

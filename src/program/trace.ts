import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

/** The stack of an error with the places in our sources instead of those in what was compiled. */
export function inSources(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replace(/(file:\/\/\/[^\s()]+\.js):(\d+):(\d+)/g, (whole, address, line, column) => {
    if (!maps.has(address)) maps.set(address, mapOf(address));
    const entry = maps.get(address)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !("originalSource" in entry)) return whole;
    const source = new URL(entry.originalSource, address);
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** What compile.ts has put beside a module, if it has made it. */
function mapOf(address: string): SourceMap | undefined {
  const path = `${fileURLToPath(address)}.map`;
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}

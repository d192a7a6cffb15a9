import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "../content/hash.ts";
import { pagesName, recordsOf, type SearchIndex } from "../search/indexes.ts";
import type { Bodies } from "../site/bodies.ts";
import type { Written } from "./compile.ts";

/**
 * Makes indexes of a site and writes their files into a folder, one index after the other. Gives what
 * it wrote, by the paths there. Ends with the reason of `signal`, between two articles.
 */
export async function writeSearch(
  indexes: readonly SearchIndex[],
  bodies: Pick<Bodies, "get">,
  folder: string,
  signal?: AbortSignal,
): Promise<Map<string, Written>> {
  const written = new Map<string, Written>();
  if (indexes.length === 0) return written;
  const { endIndexing, makeIndex } = await import("../search/make-index.ts");
  try {
    for (const index of indexes) {
      const records = interruptible(recordsOf(index, bodies), signal);
      for (const { path, content } of await makeIndex(records, {
        withRuntime: index.name === pagesName,
      })) {
        const name = index.folder + path;
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
        written.set(name, { hash: hashOf(content), size: content.length });
      }
    }
  } finally {
    await endIndexing();
  }
  return written;
}

function* interruptible<T>(items: Iterable<T>, signal: AbortSignal | undefined): Generator<T> {
  for (const item of items) {
    signal?.throwIfAborted();
    yield item;
  }
}

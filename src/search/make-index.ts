import { close, createIndex } from "pagefind";
import type { SearchRecord } from "./indexes.ts";

/** A file of an index, by its path in the folder of the index. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** What of Pagefind's own files the search page uses. */
const runtime = new Set(["pagefind.js", "wasm.unknown.pagefind"]);

const ofIndex = /^(?:(?:index|filter|fragment)\/[^/]+|[^/]+\.pf_meta|pagefind-entry\.json)$/;

/**
 * Makes the files of an index, sorted by path, with `withRuntime` also those by which a browser
 * reads it. Pagefind gives the same bytes for the same records in the same order; so each is handed
 * over once the one before it is taken. Throws where Pagefind can't be run, or refuses a record.
 */
export async function makeIndex(
  records: Iterable<SearchRecord>,
  { withRuntime }: { withRuntime: boolean },
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: "unknown" });
  if (!index) throw refused(errors);
  try {
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0) throw refused(added.errors);
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) throw refused(made.errors);
    return made.files
      .filter(({ path }) => ofIndex.test(path) || (withRuntime && runtime.has(path)))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
  }
}

/** Ends the process that makes indexes, if one was started. */
export async function endIndexing(): Promise<void> {
  await close();
}

function refused(errors: readonly string[]): Error {
  return new Error(`Pagefind: ${errors.join("; ")}`);
}

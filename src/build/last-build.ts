import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileStates } from "../cache/file-states.ts";
import { hashOf } from "../content/hash.ts";
import type { BuildResult } from "./build.ts";
import { readManifest } from "./manifest.ts";
import { type Look, OutputStates } from "./output-states.ts";
import type { Share } from "./shard.ts";

/** A build, as far as it can be told whether another would be the same. */
interface Wanted {
  /** The folder of the cache. */
  cache: string;
  /** The content folder. */
  folder: string;
  /** The output folder. */
  out: string;
  /** Stands for the code. */
  key: string;
  /** Which share of the site's files is to be built, if not all. */
  share: Share | undefined;
}

/** By what a build can be told from another. */
export interface Lasting {
  /** The hash of the manifest, which lists all other files. */
  manifest: string;
  /** Between which moments the same is published: from the first on, before the second. */
  steady: [from: number, until: number];
}

interface Record extends Lasting {
  key: string;
  /** Stands for the content folder as it was before it was read. */
  content: string;
  result: BuildResult;
}

/**
 * The last build into an output folder. Where neither the content folder nor the output folder nor
 * the code has changed since, and no date has come, there is nothing to do: that is found out by the
 * states of files, without reading any of them.
 */
export class LastBuild {
  readonly #wanted: Wanted;
  readonly #key: string;
  readonly #file: string;
  readonly #content: string | undefined;
  /** What was seen of the content folder. */
  readonly states: FileStates;

  /** Looks at the content folder, as it is before it is read. */
  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#key = hashOf(JSON.stringify([wanted.key, wanted.share ?? null]));
    this.#file = join(wanted.cache, `${hashOf(wanted.out)}-last.json`);
    this.states = new FileStates(wanted.folder);
    this.#content = this.states.hash;
  }

  /**
   * What a build at a moment would give, if it is what the last one gave. `look` is what is found
   * in the output folder; it is only waited for where the content folder is what it was.
   */
  async resultAt(now: number, look: Promise<Look | undefined>): Promise<BuildResult | undefined> {
    const last = readRecord(this.#file);
    if (!last || last.key !== this.#key || this.#content === undefined) return undefined;
    const [from, until] = last.steady;
    const same = last.content === this.#content && from <= now && now < until;
    if (!same) return undefined;
    const found = await look;
    if (!found || found.manifest?.hash !== last.manifest) return undefined;
    return this.#isIntact(found) ? last.result : undefined;
  }

  /** Remembers a build that has just ended. */
  remember(result: BuildResult, lasting: Lasting): void {
    if (this.#content === undefined || !result.built) return;
    const built = { ...result.built, written: 0, removed: 0 };
    const [key, content] = [this.#key, this.#content];
    const record: Record = { key, content, ...lasting, result: { ...result, built } };
    try {
      writeFileSync(this.#file, JSON.stringify(record));
    } catch {
      // The next build will have to look closer.
    }
  }

  #isIntact({ changed, unsure }: Look): boolean {
    if (changed.length > 0) return false;
    if (unsure.length === 0) return true;
    // Files written shortly before the last build ended: they are few.
    const { out } = this.#wanted;
    const manifest = readManifest(out);
    const states = new OutputStates(out, undefined);
    return unsure.every((path) => {
      const output = manifest.get(path);
      return output !== undefined && states.isIntact(path, output);
    });
  }
}

function readRecord(file: string): Record | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // There is none yet, or it is half written.
    return undefined;
  }
}

import { cpSync, lstatSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Cache, type Row } from "../../cache/cache.ts";
import { isSameState, stateOf } from "../../cache/file-states.ts";
import { CacheDamagedError, Packs } from "../../cache/packs.ts";
import { siteFile } from "../../content/address.ts";
import { hashOf } from "../../content/hash.ts";
import { walk } from "../../content/walk.ts";
import { hasErrors } from "../../problems/problem.ts";
import { codeKey } from "../../program/code-key.ts";
import { type Loaded, loadSite } from "../../site/load.ts";
import { cacheFolder, openCache } from "../caches.ts";
import { picturesFolder } from "../pictures.ts";
import { Workers } from "../workers.ts";

export interface LiveContentOptions {
  /** The content folder. */
  folder: string;
  now: () => number;
  /** A folder for the bodies of articles: memory may have no room for all of them. */
  own: string;
  /** Where builds keep what they know of content folders, if they do. */
  caches: string | undefined;
  onProgress: ((done: number, total: number) => void) | undefined;
}

/** What was read last, and where its bodies are. */
interface Known {
  bodies: Packs;
  loaded: Loaded;
}

/** How many files are looked at in one go while others wait. */
const sliceLength = 500;

/**
 * A content folder that is read again and again: what was made of a file is kept until it is
 * written. Begins with what builds know of the folder, and tells them what it had to read then; what
 * is saved later stays here.
 */
export class LiveContent {
  readonly #options: LiveContentOptions;
  #known: Known | undefined;
  #touched = new Set<string>();
  #siteHash = "";

  constructor(options: LiveContentOptions) {
    this.#options = options;
  }

  /** Tells that a file was written, made or removed: its path in the content folder. */
  touch(path: string): void {
    this.#touched.add(path);
  }

  /** Reads what was touched, and gives the paths of that as well. Rejects as `loadSite` does. */
  async read(): Promise<{ loaded: Loaded; touched: ReadonlySet<string> }> {
    const { folder, now } = this.#options;
    this.#known ??= await this.#begin();
    const { bodies, loaded: last } = this.#known;
    const touched = this.#touched;
    this.#touched = new Set();
    // Whether a file that is new or gone matters, and how, only a walk through the folder tells.
    const known = [...touched].every(
      (path) => path !== siteFile && last.rows.has(path) && this.#isFile(path),
    );
    const cache = { bodies, basis: last.basis, find: (path: string) => last.rows.get(path) };
    const options = { folder, now: now(), cache };
    try {
      let loaded = known
        ? await loadSite({ ...options, since: { loaded: last, touched } })
        : undefined;
      // An article may show a picture that is there, though nobody has told of it yet.
      if (!loaded || hasErrors(loaded.problems)) {
        this.#siteHash = this.#hashOfSite();
        loaded = await loadSite(options);
      }
      this.#known = { bodies, loaded };
      return { loaded, touched };
    } catch (error) {
      for (const path of touched) this.touch(path);
      throw error;
    }
  }

  /**
   * Looks at the whole folder for changes that nobody has told of, as some drives never do. They are
   * touched; gives the path of one, or nothing where all is as it was read.
   */
  async findUntold(): Promise<string | undefined> {
    const last = this.#known?.loaded;
    if (!last) return undefined;
    const found: string[] = [];
    const files = walk(this.#options.folder, () => {});
    const isListed = JSON.stringify(files) === JSON.stringify(last.outline.files);
    if (!isListed || this.#hashOfSite() !== this.#siteHash) found.push(siteFile);
    let looked = 0;
    for (const [path, row] of isListed ? last.rows : []) {
      if (++looked % sliceLength === 0) await setImmediate();
      if (last !== this.#known?.loaded) return undefined;
      if (!this.#isAsRead(path, row, last)) found.push(path);
    }
    for (const path of found) this.touch(path);
    return found[0];
  }

  close(): void {
    this.#known?.bodies.close();
  }

  /** Is a file as its row has it? A file that was too new to tell is looked at only once more. */
  #isAsRead(path: string, row: Row, { rows, hashNow }: Loaded): boolean {
    const file = join(this.#options.folder, path);
    const stats = statSync(file, { throwIfNoEntry: false });
    const state = stats ? stateOf(stats) : "";
    if (isSameState(row.state, state)) return true;
    if (!stats || hashNow(path) !== row.hash) return false;
    rows.set(path, { ...row, state });
    return true;
  }

  #isFile(path: string): boolean {
    const file = join(this.#options.folder, path);
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
  }

  #hashOfSite(): string {
    return this.#isFile(siteFile) ? hashOf(readFileSync(join(this.#options.folder, siteFile))) : "";
  }

  /** Reads with what builds know; on its own where there is nothing, or another is at work there. */
  async #begin(): Promise<Known> {
    const { caches, folder, own } = this.#options;
    const shared = caches === undefined ? undefined : await cacheFolder(caches, folder);
    try {
      return await this.#readIn(shared?.path ?? own);
    } catch (error) {
      if (!shared || !(error instanceof CacheDamagedError)) throw error;
      Cache.discard(shared.path);
      return await this.#readIn(shared.path);
    } finally {
      shared?.unlock();
    }
  }

  /** Reads on all cores with the cache of a folder, and takes the bodies that are there into its own. */
  async #readIn(path: string): Promise<Known> {
    const { folder, now, own, onProgress } = this.#options;
    const cache = openCache(path, folder, codeKey());
    const others = availableParallelism() - 1;
    const helpers = others > 0 ? new Workers(others, path, cache.bodies) : undefined;
    try {
      this.#siteHash = this.#hashOfSite();
      const reporting = onProgress && { onProgress };
      const loaded = await loadSite({ folder, now: now(), cache, helpers, ...reporting });
      cache.bodies.flush();
      if (path !== own)
        cpSync(path, own, { recursive: true, filter: (from) => from !== picturesFolder(path) });
      const bodies = new Packs(own);
      const rows = new Map<string, Row>();
      for (const [file, row] of loaded.rows) {
        const places = row.texts.map((name) => [name, cache.bodies.locationOf(name)] as const);
        for (const [name, location] of places) if (location) bodies.add(name, location);
        // As plain data, so that its document is put together anew, with texts from here. On a full
        // disk they stayed in memory, and are lost with the cache.
        if (places.every(([, location]) => location)) rows.set(file, plain(row));
      }
      if (path !== own) cache.save(loaded.rows);
      return { bodies, loaded: { ...loaded, rows } };
    } finally {
      await helpers?.close();
      cache.close();
    }
  }
}

function plain(row: Row): Row {
  return JSON.parse(JSON.stringify(row));
}

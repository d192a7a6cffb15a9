import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { KnownRows, Row } from "../cache/cache.ts";
import { type FileStates, isSameState, stateOf } from "../cache/file-states.ts";
import { siteFile } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import { once } from "../content/once.ts";
import type { SiteSettings } from "../content/schema.ts";
import { readWithinTime } from "../content/time-limit.ts";
import { type ContentFiles, walk } from "../content/walk.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { readSettings, type SettingsSource } from "./read.ts";

/** What is known of a content folder before its articles, images and attachments are looked at. */
export interface Outline {
  files: ContentFiles;
  source: SettingsSource | undefined;
  /** What is to be remembered of site.yaml; nothing where there is anything to be told of it. */
  row: Row | undefined;
  problems: readonly Problem[];
}

/** Lists the files of a content folder, and reads site.yaml where it has changed. */
export function outlineOf(
  folder: string,
  cache: KnownRows | undefined,
  states: Pick<FileStates, "get" | "hashOf" | "hasFolders"> | undefined,
): Outline {
  const problems: Problem[] = [];
  const report = (one: Problem) => problems.push(one);
  const files = walk(folder, report, (path) =>
    states?.hasFolders(path) ? undefined : cache?.pathsIn?.(path, states?.hashOf(path)),
  );
  if (files.hasSite) {
    const seen = states?.get(siteFile);
    const site = readSite(join(folder, siteFile), cache?.find(siteFile), seen, report);
    return { files, problems, ...site };
  }
  report(problem("site-missing", { file: siteFile, line: 1, column: 1 }, {}));
  return { files, problems, source: undefined, row: undefined };
}

/**
 * Reads site.yaml, unless it is what it was when nothing was wrong with it. `seen` is the state that
 * it had when somebody looked at it just now, if it told anything.
 */
function readSite(
  path: string,
  known: Row | undefined,
  seen: string | undefined,
  report: (problem: Problem) => void,
): Pick<Outline, "source" | "row"> {
  const state = seen || stateOf(statSync(path));
  if (known && isSameState(known.state, state)) {
    return { source: knownSource(path, known), row: known };
  }
  const bytes = readFileSync(path);
  const hash = hashOf(bytes);
  if (known?.hash === hash) {
    return { source: knownSource(path, known), row: { ...known, state } };
  }
  let told = false;
  const tell = (one: Problem) => {
    told = true;
    report(one);
  };
  const [source] = readWithinTime([siteFile], (_, report) => readSettings(bytes, report), tell);
  const row = source && !told ? { state, hash, value: source.settings, texts: [] } : undefined;
  return { source, row };
}

/** What a site.yaml says that was read before. Where it says it is only asked where something is wrong. */
function knownSource(path: string, { value }: Row): SettingsSource {
  const read = once(() => readSettings(readFileSync(path), () => {}));
  return {
    settings: value as SiteSettings,
    positionOf: (...at) => read()?.positionOf(...at) ?? { line: 1, column: 1 },
  };
}

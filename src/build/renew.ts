import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import type { Site } from "../site/site.ts";
import { compile } from "./compile.ts";
import { makeFolder } from "./make-folder.ts";
import { filesIn, type Manifest, type Output, outputOf, readManifest } from "./manifest.ts";
import type { OutputStates } from "./output-states.ts";
import { type Planned, siteFingerprint } from "./outputs.ts";
import type { Prepared } from "./prepare.ts";

/** A site that is to be made, and what there is of it already. */
export interface Renewal {
  /** Every file of the site. */
  planned: ReadonlyMap<string, Planned>;
  /** The output folder, and which of its files are as they were left. */
  out: string;
  states: OutputStates;
  /** Make every file anew? */
  clean: boolean;
  /** Where new and changed files are put. */
  staging: string;
  prepared: Prepared & { site: Site };
  configure: (config: EleventyConfig, part: Prepared) => unknown;
  signal: AbortSignal | undefined;
}

/** What marks a file that a template other than ours made, which may show anything of the site. */
const ofOthers = "site:";

/**
 * Makes those files of a site that are not in the output folder yet as they should be, through
 * Eleventy, which is not even loaded where there are none. Gives the manifest of the whole site and
 * the files that are in the staging folder now, which differ from those in the output folder.
 */
export async function renew(
  renewal: Renewal,
): Promise<{ manifest: Manifest; written: ReadonlySet<string> }> {
  const { planned, out, states, staging, clean } = renewal;
  const old = readManifest(out);
  const whole = ofOthers + siteFingerprint(planned);
  const manifest = new Map<string, Output>();
  let stale = false;
  for (const [path, output] of old) {
    const wanted = planned.get(path)?.fingerprint ?? whole;
    // A file that is neither planned nor of another template belongs to the last site only.
    if (!planned.has(path) && !output.fingerprint.startsWith(ofOthers)) continue;
    if (!clean && output.fingerprint === wanted && states.isIntact(path, output)) {
      manifest.set(path, output);
    } else stale = true;
  }
  for (const path of planned.keys()) if (!manifest.has(path)) stale = true;

  makeFolder(staging);
  if (!stale) return { manifest, written: new Set() };
  await make(renewal, new Set(manifest.keys()));
  const written = new Set<string>();
  for (const path of filesIn(staging)) {
    const { fingerprint = whole, source } = planned.get(path) ?? {};
    const bytes = readFileSync(join(staging, path));
    const output = { ...outputOf(bytes), fingerprint, ...(source !== undefined && { source }) };
    manifest.set(path, output);
    const before = old.get(path);
    if (before?.hash === output.hash && states.isIntact(path, before)) rmSync(join(staging, path));
    else written.add(path);
  }
  return { manifest, written };
}

/** Has Eleventy make all files of the site but these. */
async function make(
  { planned, staging, prepared, configure, signal }: Renewal,
  kept: ReadonlySet<string>,
): Promise<void> {
  const wanted = Array.from(planned)
    .filter(([path]) => !kept.has(path))
    .map(([, plan]) => plan);
  const part: Prepared = {
    ...prepared,
    pages: wanted.flatMap(({ page }) => page ?? []),
    site: { ...prepared.site, assets: wanted.flatMap(({ asset }) => asset ?? []) },
  };
  await compile(staging, (config) => configure(config, part), signal);
}

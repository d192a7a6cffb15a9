import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import {
  begin,
  carryOut,
  finish,
  isCarriedOut,
  type Publication,
  readJournal,
  undo,
} from "./journal.ts";
import {
  filesIn,
  type Listing,
  type Manifest,
  manifestName,
  readAgain,
  readListing,
  unfolded,
} from "./manifest.ts";
import { type Plan, planChange } from "./plan.ts";
import { inPlaceOf, journalsOf, removeStaging, stagingsOf } from "./staging.ts";
import { asStorageError } from "./storage-error.ts";

/** A new site that is to be published. */
export interface Release {
  /** A folder of `stagingOf(out)` with the new and changed files and the manifest, and no others. */
  readonly staging: string;
  /** The output folder's real path. */
  readonly out: string;
  /**
   * The files of the new site. Those that are not in `staging` stay as they are in `out`, and so do
   * those that `listing` has folded.
   */
  readonly manifest: Manifest;
  /** What the output folder was found to hold, if somebody has looked. */
  readonly listing?: Listing;
}

/** How many files were put into the output folder, and how many of the old site are none of the new. */
export interface Published {
  readonly written: number;
  readonly removed: number;
}

/**
 * Puts a new site in the place of the one that is there, file by file: what hasn't changed is not
 * touched, nor is anything that no build wrote. A folder goes with the last of our files in it.
 *
 * Throws a `ForeignFileError` where others' files are in the way, and a `StorageError` where the
 * machine does not let it write; then `out` is as it was. Only where undoing fails as well, or the
 * process is killed, there are files of both sites in `out`, until `recover` is called.
 *
 * Only whoever has the lock of `out` may publish or recover.
 */
export function publish(release: Release): Published {
  const { staging, out } = release;
  try {
    const published = publishFrom(release);
    removeStaging(staging);
    return published;
  } catch (error) {
    throw inPlaceOf(out, staging, asStorageError(error, out));
  }
}

/**
 * Undoes a publication that was interrupted, or ends it where nothing was left but to tidy up, and
 * removes what builds left behind that were killed. Afterwards the site that stood in the output
 * folder is in it again, whole, or the new one is, whole.
 *
 * Throws a `StorageError` where the machine does not let it, and a `ForeignFileError` where somebody
 * has put a file in the place of one that is to be moved back; the next call tries again.
 */
export function recover(out: string): void {
  for (const journal of journalsOf(out)) if (existsSync(journal)) settle(journal, out);
  for (const staging of stagingsOf(out)) removeStaging(staging);
}

function publishFrom({ staging, out, listing, ...release }: Release): Published {
  const now = listing ? readAgain(out, listing) : readListing(out);
  const { files: old, folded, shard } = now;
  // What was folded is the same in both sites, unless somebody has touched the manifest.
  const manifest =
    listing && now !== listing
      ? unfolded({ ...listing, files: release.manifest }).files
      : release.manifest;
  const incoming = filesIn(staging).filter((file) => file !== manifestName);
  refuseParts(incoming, old, manifest);
  if (!existsSync(out)) {
    renameSync(staging, out);
    return { written: incoming.length, removed: 0 };
  }
  // A manifest that lists nothing is one of ours in the folder of a shard only: a site has files.
  const isOurs = old.size + folded.size > 0 || shard !== undefined;
  const plan = planChange({ out, old, isOurs, manifest, incoming });
  if (!isNothing(plan) || !sameManifest(staging, out)) carry({ staging, out, plan });
  const removed = [...old.keys()].filter((path) => !manifest.has(path)).length;
  return { written: incoming.length, removed };
}

function carry(publication: Publication): void {
  try {
    begin(publication);
    carryOut(publication);
  } catch (error) {
    // Where this fails as well, the journal stays, and the next build tries again.
    attempt(() => undo(publication));
    throw error;
  }
  // The new site is whole; what is left to tidy up may as well go at the next build.
  attempt(() => finish(publication));
}

function settle(journal: string, out: string): void {
  const publication = readJournal(journal, out);
  try {
    // Of a site that somebody has removed, there is nothing to bring back.
    if (isCarriedOut(publication) || !existsSync(out)) finish(publication);
    else undo(publication);
  } catch (error) {
    throw inPlaceOf(out, publication.staging, asStorageError(error, out));
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Told in the doc comment of whoever calls.
  }
}

/** Throws where a site would lack a file that it lists, or have one that it doesn't. */
function refuseParts(incoming: readonly string[], old: Manifest, manifest: Manifest): void {
  const unlisted = incoming.find((path) => !manifest.has(path));
  if (unlisted !== undefined) throw new Error(`the manifest does not list ${unlisted}`);
  const here = new Set(incoming);
  for (const path of manifest.keys()) {
    if (!here.has(path) && !old.has(path)) throw new Error(`${path} was not built`);
  }
}

function isNothing({ added, replaced, removed, cleared }: Plan): boolean {
  const changes = [...added, ...replaced, ...removed, ...cleared];
  return changes.every((path) => path === manifestName);
}

function sameManifest(staging: string, out: string): boolean {
  const path = join(out, manifestName);
  return existsSync(path) && readFileSync(path).equals(readFileSync(join(staging, manifestName)));
}

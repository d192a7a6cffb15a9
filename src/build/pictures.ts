import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { encode, UndecodableImageError } from "../assets/encode.ts";
import type { Variant } from "../assets/variants.ts";
import { hashOf } from "../content/hash.ts";
import type { Written } from "./compile.ts";

/** These images can't be decoded: paths in the content folder, sorted. */
export class UndecodableImagesError extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`can't be decoded: ${paths.join(", ")}`);
    this.paths = paths;
  }
}

export interface Encoding {
  /** The content folder. */
  folder: string;
  /** Where they are put, each by its address. */
  out: string;
  variants: readonly Variant[];
  /** The folder in which they are kept from build to build, if they are. */
  kept?: string | undefined;
  atOnce: number;
  signal?: AbortSignal | undefined;
  /** Told of each that is there. */
  take?: (written: ReadonlyMap<string, Written>) => void;
}

/**
 * Encoding leaves this thread alone, but not the four that Node reads and writes files with: one of
 * them stays free for the pages that are made meanwhile.
 */
const mostAtOnce = 3;

/** The folder in a cache in which encoded images are kept. */
export function picturesFolder(cache: string): string {
  return join(cache, "pictures");
}

/**
 * Makes these variants, those that are kept without encoding them again. Once this has failed nothing
 * is written any more. Rejects with an `UndecodableImagesError` that names all such images.
 */
export async function encodeAll(encoding: Encoding): Promise<void> {
  const { variants, atOnce, signal, take } = encoding;
  const waiting = variants.values();
  const broken = new Set<string>();
  let over = false;
  const work = async () => {
    for (const variant of waiting) {
      if (over) return;
      signal?.throwIfAborted();
      try {
        const bytes = await bytesOf(variant, encoding);
        const path = variant.address.slice(1);
        take?.(new Map([[path, { hash: hashOf(bytes), size: bytes.length }]]));
      } catch (error) {
        if (error instanceof UndecodableImageError) broken.add(error.path);
        else {
          over = true;
          throw error;
        }
      }
    }
  };
  const count = Math.min(Math.max(atOnce, 1), mostAtOnce, variants.length);
  const ended = await Promise.allSettled(Array.from({ length: count }, work));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  if (broken.size > 0) throw new UndecodableImagesError([...broken].sort());
}

/** Puts a variant where it belongs and gives its bytes. */
async function bytesOf(variant: Variant, { folder, out, kept }: Encoding): Promise<Buffer> {
  const to = join(out, variant.address);
  const copy = kept === undefined ? undefined : join(kept, keptName(variant));
  const known = copy === undefined ? undefined : readKept(copy);
  const source = known ? undefined : readFileSync(join(folder, variant.path));
  const bytes = known ?? (await encode(variant, source as Buffer));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  // What was saved in the meantime is not what the address stands for.
  if (source && copy !== undefined && hashOf(source) === variant.hash) keep(copy, bytes);
  return bytes;
}

/** The name under which a variant is kept: its address stands for its bytes. */
function keptName({ address }: Variant): string {
  return hashOf(address);
}

/** How many bytes before an image that is kept hold its hash, so that damage is noticed. */
const hashBytes = 22;

function readKept(file: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    // None is kept: it makes no difference why.
    return undefined;
  }
  const image = bytes.subarray(hashBytes);
  return hashOf(image) === bytes.toString("latin1", 0, hashBytes) ? image : undefined;
}

function keep(file: string, bytes: Buffer): void {
  const written = `${file}.${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(written, Buffer.concat([Buffer.from(hashOf(bytes)), bytes]));
    renameSync(written, file);
  } catch {
    // A disk that is full is no reason not to build: only the next build will take longer.
    rmSync(written, { force: true });
  }
}

/** Forgets what is kept in a folder but these. */
export function forgetOthers(folder: string, variants: Iterable<Variant>): void {
  const names = new Set(Array.from(variants, keptName));
  try {
    for (const name of readdirSync(folder)) {
      if (!names.has(name)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // Litter harms nobody, and the next build tries again.
  }
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Variant } from "./variants.ts";

/** An image that can't be decoded, though its structure is sound. */
export class UndecodableImageError extends Error {
  /** Path in the content folder. */
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} can't be decoded`, { cause });
    this.path = path;
  }
}

/**
 * The version of what encodes images, which brings its own libvips and codecs: bytes depend on it.
 * It is read without loading the library, which takes a while.
 */
export function encoderVersion(): string {
  const main = createRequire(import.meta.url).resolve("sharp");
  const [folder] = /^.*[\\/]sharp[\\/]/.exec(main) ?? [];
  const { version } = JSON.parse(readFileSync(join(folder ?? "", "package.json"), "utf8"));
  return version;
}

/**
 * Makes a variant from the bytes of its image, without anything that it tells of places and people.
 * The same bytes for the same version of the encoder, on any number of cores. Rejects with an
 * `UndecodableImageError`, or with what the encoder says where it is not the image's fault.
 */
export async function encode(
  { path, format, settings, width, height }: Variant,
  bytes: Uint8Array,
): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  // AVIF comes out otherwise with another number of threads.
  sharp.concurrency(1);
  // What decoders only warn of, as of the padding that cameras write, browsers show.
  const image = sharp(bytes, { failOn: "error", limitInputPixels: false })
    .autoOrient()
    .resize({ width, height, fit: "fill" });
  // JPEG has no transparency: what would be black then is paper.
  if (format === "jpeg") image.flatten({ background: "#fff" });
  try {
    return await image.toFormat(format, settings).toBuffer();
  } catch (error) {
    // The library does not tell its failures apart: doing all but the last step does.
    const isDecoded = await image
      .raw()
      .toBuffer()
      .then(
        () => true,
        () => false,
      );
    throw isDecoded ? error : new UndecodableImageError(path, error);
  }
}

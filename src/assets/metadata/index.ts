import { type Bytes, bytesOf } from "../bytes.ts";
import { planAvif } from "./avif.ts";
import { planGif } from "./gif.ts";
import { checkJpeg, planJpeg } from "./jpeg.ts";
import { join, type Plan } from "./pieces.ts";
import { checkPng, planPng } from "./png.ts";
import { planWebp } from "./webp.ts";

/** By the ending of the file name: which pieces are published, and a cheaper check if there is one. */
const formats: Record<string, { plan: Plan; check?: (bytes: Bytes) => void }> = {
  ".jpg": { plan: planJpeg, check: checkJpeg },
  ".jpeg": { plan: planJpeg, check: checkJpeg },
  ".png": { plan: planPng, check: checkPng },
  ".webp": { plan: planWebp },
  ".avif": { plan: planAvif },
  ".gif": { plan: planGif },
};

function formatOf(extension: string) {
  const format = formats[extension];
  if (!format) throw new Error(`No image: ${extension}`);
  return format;
}

/**
 * Follows the structure of an image to its end without decoding it. Throws a `MalformedImageError`
 * where it is cut short or can't be followed. `extension` is that of its name: `.png`.
 */
export function checkStructure(extension: string, bytes: Bytes): void {
  const { plan, check } = formatOf(extension);
  (check ?? plan)(bytes);
}

/**
 * An image without what it tells of places, people and devices: the same pixels, not encoded anew,
 * with colour profile and orientation. The same bytes for the same image. Throws a
 * `MalformedImageError` where `checkStructure` does.
 */
export function withoutMetadata(extension: string, image: Buffer): Buffer {
  return join(image, formatOf(extension).plan(bytesOf(image)));
}

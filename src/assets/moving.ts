import type { Bytes } from "./bytes.ts";
import { hasAnimation } from "./metadata/png.ts";

/** Is this sound image, of a format by its ending (`.png`), an animation, or can it be one? */
export function isMoving(extension: string, bytes: Bytes): boolean {
  switch (extension) {
    case ".gif":
      return true;
    case ".png":
      return hasAnimation(bytes);
    case ".webp":
      // `VP8X`, then its length, then its flags (RFC 9649, section 2.7).
      return (
        bytes.read(12, 4).toString("latin1") === "VP8X" && (bytes.read(20, 1).readUInt8() & 2) !== 0
      );
    case ".avif": {
      const brands = bytes.read(0, Math.min(bytes.read(0, 4).readUInt32BE(), 64, bytes.length));
      return brands.includes("avis", 8, "latin1");
    }
    default:
      return false;
  }
}

import { crc32 } from "node:zlib";
import { type Bytes, MalformedImageError } from "../bytes.ts";
import { exifOf, orientationOf } from "./orientation.ts";
import type { Piece } from "./pieces.ts";

/** The chunks that say how to show the pixels (PNG, third edition); the last three animate them. */
const kept = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD pHYs acTL fcTL fdAT".split(
    " ",
  ),
);

const signature = "\x89PNG\r\n\x1a\n";

/**
 * PNG: text, time, Exif (but for the orientation) and every chunk that programs keep for themselves
 * go, and so does everything behind the picture.
 */
export function planPng(bytes: Bytes): Piece[] {
  if (bytes.read(0, 8).toString("latin1") !== signature) {
    throw new MalformedImageError("no PNG signature");
  }
  const pieces: Piece[] = [{ start: 0, end: 8 }];
  const seen = new Set<string>();
  for (let at = 8; ; ) {
    const { type, data, end } = chunkAt(bytes, at);
    if (seen.size === 0 && type !== "IHDR") throw new MalformedImageError("no image header");
    seen.add(type);
    if (kept.has(type)) pieces.push({ start: at, end });
    else if (type === "eXIf") pieces.push(...orientationChunk(bytes.read(data, end - 4 - data)));
    if (type === "IEND") {
      if (!seen.has("IDAT")) throw new MalformedImageError("no image data");
      return pieces;
    }
    at = end;
  }
}

/** The chunk at an offset: its type, where its data start, and where it ends, behind its checksum. */
function chunkAt(bytes: Bytes, start: number): { type: string; data: number; end: number } {
  const head = bytes.read(start, 8);
  const type = head.toString("latin1", 4);
  const end = start + 12 + head.readUInt32BE();
  // Decoders must refuse a chunk that they don't know if its name starts with a capital letter.
  const known = kept.has(type) || /^[a-z][A-Za-z]{3}$/.test(type);
  if (!known || end > bytes.length) throw new MalformedImageError(`chunk at ${start}`);
  return { type, data: start + 8, end };
}

function orientationChunk(exif: Buffer): Buffer[] {
  const orientation = orientationOf(exif);
  if (orientation === undefined) return [];
  const body = Buffer.concat([Buffer.from("eXIf"), exifOf(orientation)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return [chunk];
}

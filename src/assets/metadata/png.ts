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

/** `IEND`, which has no data, with its checksum. */
const end = Buffer.from("0000000049454e44ae426082", "hex");

/** A chunk: where it starts, where its data do, and where it ends, behind its checksum. */
interface Chunk {
  type: string;
  start: number;
  data: number;
  end: number;
}

/**
 * PNG: text, time, Exif (but for the orientation) and every chunk that programs keep for themselves
 * go, and so does everything behind the picture.
 */
export function planPng(bytes: Bytes): Piece[] {
  const { chunks, pixels } = readHead(bytes);
  const all = [...chunks, ...readPixels(bytes, pixels).chunks];
  return [{ start: 0, end: 8 }, ...all.flatMap((chunk) => keptOf(bytes, chunk)), end];
}

/** Throws where the head can't be followed, or the picture has no end. */
export function checkPng(bytes: Bytes): void {
  const { pixels } = readHead(bytes);
  // Nearly all files end with the picture: then its pixels, in many chunks, need not be walked.
  if (bytes.read(bytes.length - end.length, end.length).equals(end)) return;
  if (!readPixels(bytes, pixels).complete) throw new MalformedImageError("no end of image");
}

/** Is this an animated PNG (third edition, section 11.3.6)? Throws as `checkPng` does. */
export function hasAnimation(bytes: Bytes): boolean {
  return readHead(bytes).chunks.some(({ type }) => type === "acTL");
}

/** The chunks before the first with pixels, and where that starts. */
function readHead(bytes: Bytes): { chunks: Chunk[]; pixels: number } {
  if (bytes.read(0, 8).toString("latin1") !== signature) {
    throw new MalformedImageError("no PNG signature");
  }
  const chunks: Chunk[] = [];
  for (let at = 8; ; ) {
    const chunk = chunkAt(bytes, at);
    const expected = chunks.length === 0 ? chunk?.type === "IHDR" : chunk?.type !== "IEND";
    if (!chunk || !expected) throw new MalformedImageError(`chunk at ${at}`);
    if (chunk.type === "IDAT") return { chunks, pixels: at };
    chunks.push(chunk);
    at = chunk.end;
  }
}

/**
 * The chunks from the first with pixels on, up to the end of the picture. What can't be followed
 * here ends the picture, as it does for decoders; `complete` tells that its own end was found.
 */
function readPixels(bytes: Bytes, start: number): { chunks: Chunk[]; complete: boolean } {
  const chunks: Chunk[] = [];
  for (let at = start; ; ) {
    const chunk = chunkAt(bytes, at);
    if (!chunk || chunk.type === "IEND") return { chunks, complete: chunk !== undefined };
    chunks.push(chunk);
    at = chunk.end;
  }
}

/** The chunk at an offset; nothing where it does not fit or decoders would not know it. */
function chunkAt(bytes: Bytes, start: number): Chunk | undefined {
  if (start + 12 > bytes.length) return undefined;
  const head = bytes.read(start, 8);
  const type = head.toString("latin1", 4);
  const chunk = { type, start, data: start + 8, end: start + 12 + head.readUInt32BE() };
  // A chunk whose name starts with a capital letter must be understood.
  const known = kept.has(type) || /^[a-z][A-Za-z]{3}$/.test(type);
  return known && chunk.end <= bytes.length ? chunk : undefined;
}

function keptOf(bytes: Bytes, { type, start, data, end }: Chunk): Piece[] {
  if (kept.has(type)) return [{ start, end }];
  return type === "eXIf" ? orientationChunk(bytes.read(data, end - 4 - data)) : [];
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

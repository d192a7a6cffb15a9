import { type Bytes, MalformedImageError } from "../bytes.ts";
import { exifOf, orientationOf } from "./orientation.ts";
import { lengthOf, type Piece } from "./pieces.ts";

/** The chunks that make the picture (RFC 9649). */
const kept = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
const pictures = new Set(["VP8 ", "VP8L", "ANMF"]);
const keptInFrame = new Set(["VP8 ", "VP8L", "ALPH"]);

/** Bits in the first byte of `VP8X` that announce metadata. */
const exifFlag = 0x08;
const xmpFlag = 0x04;

/** What stands in an `ANMF` chunk before the chunks of its frame. */
const frameHeadBytes = 16;

interface Chunk {
  type: string;
  start: number;
  data: number;
  /** Where its data end; a padding byte makes their number even. */
  end: number;
}

/**
 * WebP: Exif (but for the orientation), XMP and every chunk that the format does not know go, in
 * the frames of an animation as well, and so does everything behind the picture.
 */
export function planWebp(bytes: Bytes): Piece[] {
  const head = bytes.read(0, 12);
  const end = 8 + head.readUInt32LE(4);
  const names = head.toString("latin1", 0, 4) + head.toString("latin1", 8);
  if (names !== "RIFFWEBP" || end > bytes.length) throw new MalformedImageError("RIFF");
  const chunks = chunksOf(bytes, 12, end);
  if (!chunks.some(({ type }) => pictures.has(type))) throw new MalformedImageError("no picture");

  const orientation = chunks
    .filter(({ type }) => type === "EXIF")
    .map(({ data, end }) => orientationOf(bytes.read(data, end - data)))
    .find((found) => found !== undefined);
  const extended = chunks.some(({ type }) => type === "VP8X");
  const body = chunks.flatMap((chunk) => keptOf(bytes, chunk, orientation !== undefined));
  // A simple file has no room for Exif, and what it carries there is not heeded.
  if (extended && orientation) body.push(...chunkOf("EXIF", [exifOf(orientation)]));
  return [...chunkOf("RIFF", [Buffer.from("WEBP"), ...body])];
}

function chunksOf(bytes: Bytes, start: number, end: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = start; at < end; ) {
    const head = bytes.read(at, 8);
    const chunk = { type: head.toString("latin1", 0, 4), start: at, data: at + 8, end: at + 8 };
    chunk.end += head.readUInt32LE(4);
    if (chunk.end > end) throw new MalformedImageError(`chunk at ${at}`);
    chunks.push(chunk);
    at = chunk.end + (chunk.end % 2);
  }
  return chunks;
}

function keptOf(bytes: Bytes, { type, data, end }: Chunk, turned: boolean): Piece[] {
  if (!kept.has(type)) return [];
  if (type === "VP8X") {
    if (end === data) throw new MalformedImageError("no flags");
    const flags = Buffer.from(bytes.read(data, 1));
    flags.writeUInt8((flags.readUInt8() & ~(exifFlag | xmpFlag)) | (turned ? exifFlag : 0));
    return chunkOf(type, [flags, { start: data + 1, end }]);
  }
  if (type === "ANMF") {
    const frame = data + frameHeadBytes;
    if (frame > end) throw new MalformedImageError("frame");
    const inside = chunksOf(bytes, frame, end).filter((chunk) => keptInFrame.has(chunk.type));
    const body = inside.flatMap((chunk) => keptOf(bytes, chunk, false));
    return chunkOf(type, [{ start: data, end: frame }, ...body]);
  }
  return chunkOf(type, [{ start: data, end }]);
}

function chunkOf(type: string, data: Piece[]): Piece[] {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  const length = lengthOf(data);
  head.writeUInt32LE(length, 4);
  return length % 2 === 0 ? [head, ...data] : [head, ...data, Buffer.alloc(1)];
}

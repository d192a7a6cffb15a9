import { type Bytes, MalformedImageError } from "../bytes.ts";
import type { Piece } from "./pieces.ts";

/** The blocks of GIF89a, by their first byte. */
const block = { extension: 0x21, image: 0x2c, trailer: 0x3b };
const graphicControl = 0xf9;
const application = 0xff;

/** The extensions of applications that say how to show the pixels: how often to loop, in which colours. */
const keptApplications = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/**
 * GIF: comments, texts that no browser shows, XMP and what other programs keep for themselves go,
 * and so does everything behind the picture.
 */
export function planGif(bytes: Bytes): Piece[] {
  const head = bytes.read(0, 13);
  if (!/^GIF8[79]a/.test(head.toString("latin1", 0, 6))) throw new MalformedImageError("no GIF");
  let at = 13 + colourTableBytes(head.readUInt8(10));
  const pieces: Piece[] = [{ start: 0, end: at }];
  for (;;) {
    const start = at;
    const introducer = bytes.read(at, 1).readUInt8();
    if (introducer === block.trailer) return [...pieces, { start, end: at + 1 }];
    if (introducer === block.image) {
      const table = colourTableBytes(bytes.read(at, 10).readUInt8(9));
      at = endOfData(bytes, at + 10 + table + 1); // One byte for the size of the codes.
      pieces.push({ start, end: at });
    } else if (introducer === block.extension) {
      at = endOfData(bytes, at + 2);
      if (isKept(bytes, start)) pieces.push({ start, end: at });
    } else throw new MalformedImageError(`block at ${at}`);
  }
}

/** The length of the colour table that the flags of a descriptor announce. */
function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 0x07) + 1) : 0;
}

/** Where a chain of data blocks ends: each starts with its length, the last has none. */
function endOfData(bytes: Bytes, start: number): number {
  for (let at = start; ; ) {
    const size = bytes.read(at, 1).readUInt8();
    at += 1 + size;
    if (size === 0) return at;
  }
}

function isKept(bytes: Bytes, start: number): boolean {
  const label = bytes.read(start, 3);
  if (label.readUInt8(1) === graphicControl) return true;
  if (label.readUInt8(1) !== application || label.readUInt8(2) !== 11) return false;
  return keptApplications.has(bytes.read(start + 3, 11).toString("latin1"));
}

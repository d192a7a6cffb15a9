import type { Bytes } from "../bytes.ts";

/** A part of what is published: bytes of the original from `start` up to `end`, or new ones. */
export type Piece = { start: number; end: number } | Buffer;

/** Tells of which pieces an image is published; throws a `MalformedImageError`. */
export type Plan = (bytes: Bytes) => Piece[];

export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : piece.end - piece.start),
    0,
  );
}

export function join(original: Buffer, pieces: readonly Piece[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) =>
      Buffer.isBuffer(piece) ? piece : original.subarray(piece.start, piece.end),
    ),
  );
}

import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** An image whose structure cannot be followed to its end: cut short, or never right. */
export class MalformedImageError extends Error {}

/** The bytes of a file, wherever they lie; nothing beyond its end can be read. */
export interface Bytes {
  readonly length: number;
  /** `length` bytes from `offset` on. Throws a `MalformedImageError` where the file has fewer. */
  read(offset: number, length: number): Buffer;
}

/** Bytes that are in memory. */
export function bytesOf(buffer: Buffer): Bytes {
  return {
    length: buffer.length,
    read(offset, length) {
      if (offset + length > buffer.length) throw new MalformedImageError("ends too early");
      return buffer.subarray(offset, offset + length);
    },
  };
}

// A page of most file systems: the headers of an image lie close together, its pixels are skipped.
const windowBytes = 4096;

/** Lets `use` read in a file without loading it; what was read once stays near. */
export function readIn<T>(path: string, use: (bytes: Bytes) => T): T {
  const file = openSync(path, "r");
  try {
    return use(bytesOfFile(file, fstatSync(file).size));
  } finally {
    closeSync(file);
  }
}

function bytesOfFile(file: number, size: number): Bytes {
  let start = 0;
  let window = Buffer.alloc(0);
  return {
    length: size,
    read(offset, length) {
      if (offset + length > size) throw new MalformedImageError("ends too early");
      if (offset < start || offset + length > start + window.length) {
        window = Buffer.alloc(Math.min(Math.max(length, windowBytes), size - offset));
        start = offset;
        fill(file, window, offset);
      }
      return window.subarray(offset - start, offset - start + length);
    },
  };
}

/** Reads until the buffer is full; a file that has become shorter since is cut short as well. */
function fill(file: number, buffer: Buffer, position: number): void {
  for (let done = 0; done < buffer.length; ) {
    const count = readSync(file, buffer, done, buffer.length - done, position + done);
    if (count === 0) throw new MalformedImageError("ends too early");
    done += count;
  }
}

import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const pieceBytes = 1024 * 1024;

/**
 * Names bytes, or a text as UTF-8, by their content: 128 bits of SHA-256 as 22 characters of
 * base64url, so that no two contents have one name.
 */
export function hashOf(data: string | Uint8Array): string {
  return shortened(hash("sha256", data, "base64url"));
}

/** The same for the bytes of a file, which may be too large for memory. Throws where it can't be read. */
export function hashOfFile(path: string): string {
  const file = openSync(path, "r");
  try {
    const whole = createHash("sha256");
    const piece = Buffer.allocUnsafe(pieceBytes);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      whole.update(piece.subarray(0, read));
    }
    return shortened(whole.digest("base64url"));
  } finally {
    closeSync(file);
  }
}

/** SHA-256 of a text as hexadecimal digits: for names on file systems that know no case. */
export function hexOf(text: string): string {
  return hash("sha256", text, "hex");
}

const short = Buffer.alloc(22);

/** The beginning of a digest, as a text of its own: part of another one would keep all of that. */
function shortened(digest: string): string {
  short.write(digest, "latin1");
  return short.toString("latin1");
}

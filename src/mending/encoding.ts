import { isUtf8 } from "node:buffer";
import chardet from "chardet";

/** A text in UTF-8, and what its bytes were before, if anything else. */
export interface Decoded {
  text: string;
  from?: "GBK" | "UTF-16";
}

/** How sure the statistics must be, of 100, and how far ahead of the next encoding. */
const sure = 90;
const ahead = 15;

/**
 * Reads the bytes of a text file that is meant to be UTF-8. GBK (and its superset GB 18030) is told
 * by the frequency of its characters, UTF-16 by its byte order mark; every byte must fit. Gives
 * nothing where the encoding is not beyond doubt: a text that is too short for statistics, or mixed.
 */
export function decodeForSure(bytes: Uint8Array): Decoded | undefined {
  if (isUtf8(bytes)) return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly("utf-16le", "UTF-16", bytes);
  if (first === 0xfe && second === 0xff) return strictly("utf-16be", "UTF-16", bytes);
  const [best, next] = chardet.analyse(bytes);
  if (best?.name !== "GB18030" || best.confidence < sure) return undefined;
  if (next && best.confidence - next.confidence < ahead) return undefined;
  return strictly("gb18030", "GBK", bytes);
}

function strictly(
  encoding: string,
  from: NonNullable<Decoded["from"]>,
  bytes: Uint8Array,
): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), from };
  } catch {
    return undefined;
  }
}

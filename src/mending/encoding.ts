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
 * What no text holds that was read in its own encoding: nothing, characters that have no meaning or
 * one that was agreed upon in private, and the controls that a wrong encoding makes.
 */
const strange = /[\0\u0080-\u009F\uFFFD\p{Co}\p{Cn}\p{Cs}]/u;

/** Three Han characters as UTF-8, each byte as one character; no text in GBK looks like this. */
const utf8Inside = /(?:[\xE4-\xE9][\x80-\xBF]{2}){3}/;

/**
 * Reads the bytes of a text file that is meant to be UTF-8. GBK (and its superset GB 18030) is told
 * by the frequency of its characters, UTF-16 by its byte order mark; every byte must fit. Gives
 * nothing where the encoding is not beyond doubt: a text that is too short for statistics, or mixed,
 * or that would not give the same bytes again.
 */
export function decodeForSure(bytes: Uint8Array): Decoded | undefined {
  if (isUtf8(bytes)) return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly("utf-16le", "UTF-16", bytes);
  if (first === 0xfe && second === 0xff) return strictly("utf-16be", "UTF-16", bytes);
  if (isMixed(bytes)) return undefined;
  const [best, next] = chardet.analyse(bytes);
  if (best?.name !== "GB18030" || best.confidence < sure) return undefined;
  if (next && best.confidence - next.confidence < ahead) return undefined;
  const decoded = strictly("gb18030", "GBK", bytes);
  return decoded && isGbkOf(decoded.text, bytes) ? decoded : undefined;
}

function strictly(
  encoding: string,
  from: NonNullable<Decoded["from"]>,
  bytes: Uint8Array,
): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return strange.test(text) ? undefined : { text, from };
  } catch {
    return undefined;
  }
}

/** Does a text that is not UTF-8 hold UTF-8, as a whole line of it or inside one? */
function isMixed(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (utf8Inside.test(text)) return true;
  return text
    .split(/[\r\n]/)
    .some((line) => /[\x80-\xFF]/.test(line) && isUtf8(Buffer.from(line, "latin1")));
}

/** Always the same, and made only where there is a file in GBK. */
let pairs: ReadonlyMap<string, number> | undefined;

/** Are these bytes the ones in which GB 18030 writes this text? Some characters can be read from two. */
function isGbkOf(text: string, bytes: Uint8Array): boolean {
  pairs ??= pairsOfGbk();
  let at = 0;
  for (const character of text) {
    const pair = pairs.get(character);
    if (character < "\u0080") at += 1;
    // What has no pair is written in four bytes, in one way only.
    else if (pair === undefined) at += 4;
    else if (((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0) === pair) at += 2;
    else return false;
  }
  return at === bytes.length;
}

/** The characters that GBK writes in two bytes, with the first two that mean them. */
function pairsOfGbk(): Map<string, number> {
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) codes.push((lead << 8) + trail);
  }
  const bytes = Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff, 0x0a]));
  const characters = new TextDecoder("gb18030").decode(bytes).split("\n");
  const made = new Map<string, number>();
  for (const [index, code] of codes.entries()) {
    const character = characters[index] ?? "";
    if (!made.has(character)) made.set(character, code);
  }
  return made;
}

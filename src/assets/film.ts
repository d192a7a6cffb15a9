import { type Bytes, MalformedImageError } from "./bytes.ts";
import { type Box, boxesBetween } from "./metadata/boxes.ts";

type Size = { width: number; height: number };

/**
 * How large a film is shown, in pixels, by the head of its container, `.mp4` or `.webm`; nothing where
 * that does not tell: then a page keeps some place for it.
 */
export function filmSize(extension: string, bytes: Bytes): Size | undefined {
  try {
    return extension === ".webm" ? webmSize(bytes) : mp4Size(bytes);
  } catch (error) {
    if (error instanceof MalformedImageError) return undefined;
    throw error;
  }
}

/** The first track that is to be seen (ISO/IEC 14496-12, section 8.3.2). */
function mp4Size(bytes: Bytes): Size | undefined {
  const film = firstBox(bytes, { body: 0, end: bytes.length }, "moov");
  for (const track of film ? boxesBetween(bytes, film.body, film.end) : []) {
    const head = track.type === "trak" && firstBox(bytes, track, "tkhd");
    // Nine numbers of a matrix and two of the size end it, each of four bytes.
    if (!head || head.end - head.body < 44) continue;
    const numbers = bytes.read(head.end - 44, 44);
    const width = numbers.readUInt16BE(36);
    const height = numbers.readUInt16BE(40);
    if (width === 0 || height === 0) continue;
    // Phones film upright by turning: then the first number of the matrix is nothing.
    return numbers.readInt32BE(0) === 0 ? { width: height, height: width } : { width, height };
  }
  return undefined;
}

function firstBox(bytes: Bytes, { body, end }: Pick<Box, "body" | "end">, type: string) {
  for (const box of boxesBetween(bytes, body, end)) if (box.type === type) return box;
  return undefined;
}

/** Elements of Matroska by their ids, with the bits that mark their length (RFC 9559). */
const ids = {
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  track: 0xae,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
};

/** The first element of an id, at most this many behind others. */
const mostElements = 1000;

interface Element {
  id: number;
  body: number;
  end: number;
}

function webmSize(bytes: Bytes): Size | undefined {
  const whole = { body: 0, end: bytes.length };
  const segment = firstElement(bytes, whole, ids.segment);
  const tracks = segment && firstElement(bytes, segment, ids.tracks);
  for (const track of tracks ? elementsIn(bytes, tracks) : []) {
    const video = track.id === ids.track && firstElement(bytes, track, ids.video);
    const [width, height] = [ids.width, ids.height].map((id) => {
      const element = video && firstElement(bytes, video, id);
      return element ? numberIn(bytes, element) : 0;
    });
    if (width && height) return { width, height };
  }
  return undefined;
}

function firstElement(bytes: Bytes, parent: Pick<Element, "body" | "end">, id: number) {
  for (const element of elementsIn(bytes, parent)) if (element.id === id) return element;
  return undefined;
}

function* elementsIn(
  bytes: Bytes,
  { body, end }: Pick<Element, "body" | "end">,
): Generator<Element> {
  for (let at = body, count = 0; at < end && count < mostElements; count++) {
    const id = variableNumber(bytes, at, true);
    const size = variableNumber(bytes, at + id.length, false);
    const start = at + id.length + size.length;
    // All ones: as long as there is something (RFC 8794, section 6.2).
    const isOpen = size.value === 2 ** (7 * size.length) - 1;
    at = isOpen ? end : Math.min(start + size.value, end);
    yield { id: id.value, body: start, end: at };
  }
}

/** A number of as many bytes as the zeros before its first one tell (RFC 8794, section 4). */
function variableNumber(bytes: Bytes, at: number, marked: boolean) {
  const first = bytes.read(at, 1).readUInt8();
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new MalformedImageError(`number at ${at}`);
  let value = marked ? first : first - 2 ** (8 - length);
  for (const byte of bytes.read(at + 1, length - 1)) value = value * 256 + byte;
  return { value, length };
}

function numberIn(bytes: Bytes, { body, end }: Element): number {
  if (end - body < 1 || end - body > 6) return 0;
  return bytes.read(body, end - body).readUIntBE(0, end - body);
}

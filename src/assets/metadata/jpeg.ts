import { type Bytes, MalformedImageError } from "../bytes.ts";
import { exifOf, orientationOf } from "./orientation.ts";
import type { Piece } from "./pieces.ts";

/** The markers of ITU-T T.81, annex B: the second byte, after 0xFF. */
const marker = { sof0: 0xc0, sof15: 0xcf, soi: 0xd8, eoi: 0xd9, sos: 0xda, exp: 0xdf };
const application = (number: number) => 0xe0 + number;
const comment = 0xfe;

const chunkBytes = 64 * 1024;

/** A marker with the data that belong to it: from its 0xFF up to `end`. */
interface Segment {
  code: number;
  start: number;
  end: number;
}

/**
 * JPEG: of the application segments only those stay that say how to show the pixels: JFIF without
 * its thumbnail, the colour profile, Adobe's colour transform, and the orientation from Exif.
 * Exif, XMP, IPTC, maker notes, comments, thumbnails and further pictures go, and so does
 * everything behind the picture, such as the film of a motion photo.
 */
export function planJpeg(bytes: Bytes): Piece[] {
  const { segments, scans } = readHead(bytes);
  let turned = false;
  const head = segments.flatMap((segment) => {
    const exif = turned ? undefined : exifSegment(bytes, segment);
    turned ||= exif !== undefined;
    return exif ?? keptOfHead(bytes, segment);
  });
  return [{ start: 0, end: 2 }, ...head, ...readScans(bytes, scans).pieces, eoi];
}

/** Throws where the head can't be followed, or the picture has no end. */
export function checkJpeg(bytes: Bytes): void {
  const { scans } = readHead(bytes);
  // Nearly all files end with the picture: then its pixels need not be read.
  if (bytes.read(bytes.length - 2, 2).equals(eoi)) return;
  if (!readScans(bytes, scans).complete) throw new MalformedImageError("no end of image");
}

const eoi = Buffer.from([0xff, marker.eoi]);

/** The segments before the first scan, and where that starts. */
function readHead(bytes: Bytes): { segments: Segment[]; scans: number } {
  if (bytes.read(0, 2).readUInt16BE() !== 0xff00 + marker.soi) {
    throw new MalformedImageError("no start of image");
  }
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    const [prefix, code = 0] = bytes.read(at, 2);
    if (prefix !== 0xff) throw new MalformedImageError("no marker");
    if (code === 0xff) {
      at++; // A marker may have any number of fill bytes before it.
      continue;
    }
    const segment = segmentAt(bytes, at);
    if (!segment) throw new MalformedImageError("a segment that is none");
    if (code === marker.sos) return { segments, scans: at };
    segments.push(segment);
    at = segment.end;
  }
}

/** The segment whose marker stands at an offset; nothing where it has no data or too few. */
function segmentAt(bytes: Bytes, start: number): Segment | undefined {
  if (start + 4 > bytes.length) return undefined;
  const head = bytes.read(start, 4);
  const code = head.readUInt8(1);
  const size = head.readUInt16BE(2);
  const end = start + 2 + size;
  if (!isTable(code) && !isMetadata(code)) return undefined;
  return size >= 2 && end <= bytes.length ? { code, start, end } : undefined;
}

/** Frames, tables, scans: what a decoder needs. Those without data are not among them. */
function isTable(code: number): boolean {
  return (
    (code >= marker.sof0 && code <= marker.sof15) || (code >= marker.sos && code <= marker.exp)
  );
}

function isMetadata(code: number): boolean {
  return code === comment || (code >= application(0) && code <= application(15));
}

/** What stays of a segment of the head. */
function keptOfHead(bytes: Bytes, { code, start, end }: Segment): Piece[] {
  if (isTable(code)) return [{ start, end }];
  const data = bytes.read(start + 4, end - start - 4);
  const starts = (name: string) => data.toString("latin1", 0, name.length) === name;
  if (code === application(0) && starts("JFIF\0") && data.length >= 14) {
    return [segmentOf(code, data.subarray(0, 12), Buffer.alloc(2))];
  }
  if (code === application(2) && starts("ICC_PROFILE\0")) return [{ start, end }];
  if (code === application(14) && starts("Adobe") && data.length >= 12) {
    return [segmentOf(code, data.subarray(0, 12))];
  }
  return [];
}

/** Exif metadata with nothing but the orientation, where a segment has one. */
function exifSegment(bytes: Bytes, { code, start, end }: Segment): Piece[] | undefined {
  if (code !== application(1)) return undefined;
  const data = bytes.read(start + 4, end - start - 4);
  if (data.toString("latin1", 0, 6) !== "Exif\0\0") return undefined;
  const orientation = orientationOf(data);
  if (orientation === undefined) return undefined;
  return [segmentOf(code, Buffer.from("Exif\0\0", "latin1"), exifOf(orientation))];
}

function segmentOf(code: number, ...data: Buffer[]): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  const segment = Buffer.concat([head, ...data]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return segment;
}

/**
 * The scans with the tables between them, up to the end of the picture. What can't be followed here
 * ends the picture, as it does for decoders; `complete` tells that its own end was found.
 */
function readScans(bytes: Bytes, first: number): { pieces: Piece[]; complete: boolean } {
  const pieces: Piece[] = [];
  for (let at: number | undefined = first; at !== undefined; ) {
    if (bytes.read(at, 2).readUInt8(1) === marker.eoi) return { pieces, complete: true };
    const segment = segmentAt(bytes, at);
    if (!segment) break;
    const next = findMarker(bytes, segment.end);
    // The pixels lie between a scan's segment and the next marker.
    const end = segment.code === marker.sos ? (next ?? bytes.length) : segment.end;
    if (isTable(segment.code)) pieces.push({ start: segment.start, end });
    at = next;
  }
  return { pieces, complete: false };
}

/** Where the next marker stands that is neither a stuffed byte of pixels nor a restart. */
function findMarker(bytes: Bytes, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; ) {
    const chunk = bytes.read(at, Math.min(chunkBytes, bytes.length - at));
    const last = chunk.length - 1;
    for (let i = chunk.indexOf(0xff); i !== -1 && i < last; i = chunk.indexOf(0xff, i + 1)) {
      const code = chunk.readUInt8(i + 1);
      const restart = code >= 0xd0 && code <= 0xd7;
      if (code !== 0 && code !== 0xff && !restart) return at + i;
    }
    at += last; // The last byte may be the first half of a marker.
  }
  return undefined;
}

import { type Bytes, MalformedImageError } from "../bytes.ts";
import { type Box, boxesBetween, boxesIn } from "./boxes.ts";
import { itemsOf, type Range } from "./items.ts";
import type { Piece } from "./pieces.ts";

/** The boxes that make the picture, where they may stand: in the file, in `meta`, in a film. */
const keptInFile = new Set(["ftyp", "meta", "mdat", "moov", "moof", "mfra", "sidx"]);
const keptInMeta = new Set([
  "hdlr",
  "pitm",
  "iinf",
  "iloc",
  "iprp",
  "iref",
  "idat",
  "grpl",
  "dinf",
]);
const metadataOfFilm = new Set(["udta", "meta", "uuid"]);

/** The items that say something of pictures: Exif, and XMP or another document. */
const metadataItems = new Set(["Exif", "mime", "uri "]);

/** A block of Exif with nothing in it (ISO/IEC 23008-12, annex A.2.1): some decoders refuse less. */
const emptyExif = Buffer.concat([
  Buffer.alloc(4),
  Buffer.from("II*\0\x08\0\0\0", "latin1"),
  Buffer.alloc(6),
]);

/** New bytes for a range of the file, as many as it has. */
interface Patch extends Range {
  bytes: Buffer;
}

/**
 * AVIF: the offsets inside the file count from its start, so what goes is overwritten where it
 * stands: Exif and XMP, and every box that the picture does not need. How the picture is to be
 * turned stays: `irot` and `imir` are properties of it, and its Exif is not heeded. What stands
 * behind the picture goes.
 */
export function planAvif(bytes: Bytes): Piece[] {
  const boxes = fileBoxes(bytes);
  const meta = boxes.find(({ type }) => type === "meta");
  if (boxes[0]?.type !== "ftyp" || !meta) throw new MalformedImageError("no AVIF");
  const end = boxes.findLast(({ type }) => keptInFile.has(type))?.end ?? 0;
  const inside = boxesIn(bytes, meta.body + 4, meta.end);
  const patches = [
    ...boxes.filter((box) => box.end <= end && !keptInFile.has(box.type)).flatMap(emptied),
    ...inside.filter((box) => !keptInMeta.has(box.type)).flatMap(emptied),
    ...boxes.flatMap((box) => (box.type === "moov" ? filmPatches(bytes, box) : [])),
  ];
  // Metadata do not overlap, so all of them together are no larger than the file.
  let room = end;
  for (const { type, extents } of itemsOf(bytes, inside)) {
    if (extents.some((extent) => extent.end > end)) throw new MalformedImageError("cut short");
    if (!metadataItems.has(type)) continue;
    room -= lengthOf(extents);
    if (room < 0) throw new MalformedImageError("overlapping metadata");
    for (const patch of blanked(type, extents)) patches.push(patch);
  }
  return piecesOf(patches, end);
}

/** The boxes of the file, up to the first that is cut short or belongs to a file appended to it. */
function fileBoxes(bytes: Bytes): Box[] {
  const boxes: Box[] = [];
  for (const box of boxesBetween(bytes, 0, bytes.length)) {
    if (box.type === "ftyp" && boxes.length > 0) return boxes;
    boxes.push(box);
  }
  const whole = boxes.at(-1)?.end === bytes.length;
  // Where the pictures of a film are is told in tables that are not read here.
  if (!whole && boxes.some(({ type }) => type === "moov")) throw new MalformedImageError("film");
  return boxes;
}

/** Makes a box one of free space: its name and its content are overwritten. */
function emptied({ start, body, end }: Box): Patch[] {
  return [
    { start: start + 4, end: start + 8, bytes: Buffer.from("free") },
    { start: body, end, bytes: Buffer.alloc(end - body) },
  ];
}

/** What is said of a film stands in its `moov`, and in each `trak` of that. */
function filmPatches(bytes: Bytes, film: Box): Patch[] {
  return boxesIn(bytes, film.body, film.end).flatMap((box) => {
    if (metadataOfFilm.has(box.type)) return emptied(box);
    if (box.type !== "trak") return [];
    const inside = boxesIn(bytes, box.body, box.end);
    return inside.filter(({ type }) => metadataOfFilm.has(type)).flatMap(emptied);
  });
}

/** Overwrites the bytes of an item of metadata, which may lie in several places. */
function blanked(type: string, extents: readonly Range[]): Patch[] {
  const length = lengthOf(extents);
  const blank = Buffer.alloc(length, type === "Exif" ? 0 : " ");
  if (type === "Exif" && length >= emptyExif.length) emptyExif.copy(blank);
  let done = 0;
  return extents.map(({ start, end }) => {
    const bytes = blank.subarray(done, done + end - start);
    done += bytes.length;
    return { start, end, bytes };
  });
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

function piecesOf(patches: readonly Patch[], end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const patch of patches.toSorted((a, b) => a.start - b.start)) {
    if (patch.start < at) throw new MalformedImageError("overlapping metadata");
    pieces.push({ start: at, end: patch.start }, patch.bytes);
    at = patch.end;
  }
  return [...pieces, { start: at, end }];
}

import { type Bytes, MalformedImageError } from "../bytes.ts";
import { type Box, boxesBetween, Fields } from "./boxes.ts";

/** Bytes of the file from `start` up to `end`. */
export interface Range {
  start: number;
  end: number;
}

/** An item of a HEIF file (ISO/IEC 23008-12): a picture, or something said of one. */
export interface Item {
  id: number;
  /** Four characters: `av01`, `Exif`, `mime`. */
  type: string;
  /** Where its bytes are. */
  extents: Range[];
}

/** Pictures made of tiles have some hundreds of extents. */
const maxExtents = 100_000;

/** The items that the boxes inside a `meta` box tell of. Throws where their bytes are not there. */
export function itemsOf(bytes: Bytes, meta: readonly Box[]): Item[] {
  const find = (type: string) => meta.find((box) => box.type === type);
  const [info, locations, data] = [find("iinf"), find("iloc"), find("idat")];
  if (!info || !locations) throw new MalformedImageError("no items");
  const extents = extentsOf(bytes, locations, data);
  return typesOf(bytes, info).map(({ id, type }) => ({ id, type, extents: extents.get(id) ?? [] }));
}

/** ISO/IEC 14496-12, section 8.11.6. */
function typesOf(bytes: Bytes, info: Box): { id: number; type: string }[] {
  const head = new Fields(bytes, info.body, info.end);
  const version = head.number(1);
  head.number(3);
  head.number(version === 0 ? 2 : 4); // Their number, which the boxes tell as well.
  return Array.from(boxesBetween(bytes, head.at, info.end), ({ body, end }) => {
    const fields = new Fields(bytes, body, end);
    const version = fields.number(1);
    fields.number(3);
    const id = fields.number(version === 3 ? 4 : 2);
    fields.number(2);
    // Before version 2 there were no types: what is said of pictures was all there was.
    return { id, type: version < 2 ? "mime" : fields.code() };
  });
}

/** ISO/IEC 14496-12, section 8.11.3. */
function extentsOf(bytes: Bytes, box: Box, data: Box | undefined): Map<number, Range[]> {
  const fields = new Fields(bytes, box.body, box.end);
  const version = fields.number(1);
  fields.number(3);
  const [sizes, moreSizes] = [fields.number(1), fields.number(1)];
  const size = {
    offset: sizes >> 4,
    length: sizes & 15,
    base: moreSizes >> 4,
    index: version === 0 ? 0 : moreSizes & 15,
  };
  if (Object.values(size).some((bytes) => bytes !== 0 && bytes !== 4 && bytes !== 8)) {
    throw new MalformedImageError("sizes of item locations");
  }
  const count = fields.number(version < 2 ? 2 : 4);
  const extents = new Map<number, Range[]>();
  let told = 0;
  for (let item = 0; item < count; item++) {
    const id = fields.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : fields.number(2) & 15;
    fields.number(2);
    const base = fields.number(size.base);
    const ranges: Range[] = [];
    extents.set(id, ranges);
    for (let rest = fields.number(2); rest > 0; rest--) {
      const before = fields.at;
      fields.number(size.index);
      const from = base + fields.number(size.offset);
      ranges.push(rangeOf(bytes, method, from, fields.number(size.length), data));
      // Extents that take no room could be told without end.
      const endless = fields.at === before && rest > 1;
      if (endless || ++told > maxExtents) throw new MalformedImageError("too many extents");
    }
  }
  return extents;
}

/** Where an extent lies in the file: counted from its start, or inside the `idat` box. */
function rangeOf(
  bytes: Bytes,
  method: number,
  from: number,
  length: number,
  data: Box | undefined,
): Range {
  const space = method === 0 ? { body: 0, end: bytes.length } : method === 1 ? data : undefined;
  // No length means all there is.
  const start = (space?.body ?? 0) + from;
  const end = length === 0 ? (space?.end ?? 0) : start + length;
  if (!space || start > end || end > space.end) throw new MalformedImageError("extent");
  return { start, end };
}

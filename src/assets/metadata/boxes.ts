import { type Bytes, MalformedImageError } from "../bytes.ts";

/** A box of the ISO base media file format (ISO/IEC 14496-12, section 4.2). Offsets in the file. */
export interface Box {
  type: string;
  start: number;
  /** Where its content starts. */
  body: number;
  end: number;
}

/** Pictures have some dozens of boxes, films a few for each moment; millions are made to keep us. */
const maxBoxes = 10_000;

/**
 * The boxes that lie one behind the other between two offsets, up to the first that does not fit.
 * Throws where there is no end of them.
 */
export function* boxesBetween(bytes: Bytes, start: number, end: number): Generator<Box> {
  let count = 0;
  for (let at = start; at < end; ) {
    const box = boxAt(bytes, at, end);
    if (!box) return;
    if (++count > maxBoxes) throw new MalformedImageError("too many boxes");
    yield box;
    at = box.end;
  }
}

/** The boxes that fill the space between two offsets. Throws where they do not. */
export function boxesIn(bytes: Bytes, start: number, end: number): Box[] {
  const boxes = [...boxesBetween(bytes, start, end)];
  if ((boxes.at(-1)?.end ?? start) !== end) throw new MalformedImageError(`boxes at ${start}`);
  return boxes;
}

function boxAt(bytes: Bytes, start: number, end: number): Box | undefined {
  if (start + 8 > end) return undefined;
  const head = bytes.read(start, 8);
  const type = head.toString("latin1", 4);
  let size = head.readUInt32BE();
  let body = start + 8;
  if (size === 0) size = end - start;
  else if (size === 1) {
    if (start + 16 > end) return undefined;
    size = Number(bytes.read(body, 8).readBigUInt64BE());
    body += 8;
  }
  return start + size >= body && start + size <= end
    ? { type, start, body, end: start + size }
    : undefined;
}

/** Reads the fields of a box one behind the other; never beyond its end. */
export class Fields {
  readonly #bytes: Bytes;
  readonly #end: number;
  at: number;

  constructor(bytes: Bytes, at: number, end: number) {
    this.#bytes = bytes;
    this.#end = end;
    this.at = at;
  }

  /** An unsigned number of 0, 1, 2, 3, 4 or 8 bytes. */
  number(size: number): number {
    const bytes = this.#take(size);
    if (size === 8) return Number(bytes.readBigUInt64BE());
    return size === 0 ? 0 : bytes.readUIntBE(0, size);
  }

  /** Four characters. */
  code(): string {
    return this.#take(4).toString("latin1");
  }

  #take(size: number): Buffer {
    if (this.at + size > this.#end) throw new MalformedImageError(`field at ${this.at}`);
    const bytes = this.#bytes.read(this.at, size);
    this.at += size;
    return bytes;
  }
}

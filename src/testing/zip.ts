import { crc32, deflateRawSync } from "node:zlib";

/**
 * A ZIP file of these entries, in this order (APPNOTE.TXT 4.3). `streamed` writes the sizes behind
 * the data, as programs do that don't know them before.
 */
export function zipOf(
  entries: Record<string, string | Buffer>,
  { streamed = false }: { streamed?: boolean } = {},
): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content as string);
    const data = deflateRawSync(bytes);
    const sizes = numbers([4, crc32(bytes)], [4, data.length], [4, bytes.length]);
    const known = streamed ? Buffer.alloc(12) : sizes;
    const method = numbers([2, 20], [2, streamed ? 8 : 0], [2, 8], [4, 0]);
    const lengths = numbers([2, Buffer.byteLength(name)], [2, 0]);
    const behind = streamed ? [Buffer.from("PK\x07\x08"), sizes] : [];
    const local = [Buffer.from("PK\x03\x04"), method, known, lengths, Buffer.from(name)];
    const file = Buffer.concat([...local, data, ...behind]);
    const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, 20]), method, sizes, lengths, place);
    directory.push(Buffer.from(name));
    files.push(file);
    offset += file.length;
  }
  const count = Object.keys(entries).length;
  const { length } = Buffer.concat(directory);
  const end = numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...files, ...directory, end]);
}

/** Little-endian numbers one behind the other, each with its count of bytes. */
function numbers(...fields: [bytes: number, value: number][]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}

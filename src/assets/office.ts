import { open } from "node:fs/promises";

/** What the folder of an Office document says of its kind (ECMA-376, part 1, section 9). */
const kinds: Record<string, string> = { word: ".docx", xl: ".xlsx", ppt: ".pptx" };
const withMacros: Record<string, string> = { word: ".docm", xl: ".xlsm", ppt: ".pptm" };

// A comment of at most 64 KiB may stand behind the end record (APPNOTE.TXT 4.3.16).
const tailBytes = 22 + 0xffff;
const endRecord = Buffer.from("PK\x05\x06", "latin1");
const entryRecord = 0x02014b50;
const maxDirectoryBytes = 4 * 1024 * 1024;

/**
 * Which Office document a ZIP file is, told from its central directory: `.docx`, `.xlsx` or
 * `.pptx`, or nothing. file-type reads a ZIP from its start and gives up on large streamed parts
 * before `[Content_Types].xml`, which LibreOffice writes last; and it believes what that says.
 * Macros make it another type, whatever it says: `.docm`, `.xlsm` or `.pptm`.
 */
export async function officeTypeOf(path: string): Promise<string | undefined> {
  const names = namesIn(await centralDirectory(path));
  if (!names.includes("[Content_Types].xml")) return undefined;
  const part = names.find((name) => /^(?:word|xl|ppt)\/[^/]+\.xml$/.test(name));
  const macros = names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  return part && (macros ? withMacros : kinds)[part.slice(0, part.indexOf("/"))];
}

/** The bytes of the central directory; none where there is no sound one. */
async function centralDirectory(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, tailBytes));
    await file.read(tail, 0, tail.length, size - tail.length);
    const at = tail.lastIndexOf(endRecord);
    if (at === -1 || at + 22 > tail.length) return Buffer.alloc(0);
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (length > maxDirectoryBytes || offset + length > size) return Buffer.alloc(0);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The names of the entries (APPNOTE.TXT 4.3.12), as far as they can be followed. */
function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== entryRecord) return names;
    const length = directory.readUInt16LE(at + 28);
    names.push(directory.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

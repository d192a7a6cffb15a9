import { open } from "node:fs/promises";
import {
  type Detector,
  type FileTypeOptions,
  fileTypeFromBuffer,
  fileTypeFromFile,
} from "file-type";
import type { AssetType } from "../messages/zh-Hans.ts";
import { officeTypeOf } from "./office.ts";

/**
 * The types that a file of each ending may have, as file-type names them. An animated PNG is a PNG;
 * MP4 files of phones and cameras have many names.
 */
const allowed: Record<string, readonly string[]> = {
  ".jpg": ["jpg"],
  ".jpeg": ["jpg"],
  ".png": ["png", "apng"],
  ".webp": ["webp"],
  ".avif": ["avif"],
  ".gif": ["gif"],
  ".pdf": ["pdf"],
  ".docx": ["docx"],
  ".xlsx": ["xlsx"],
  ".pptx": ["pptx"],
  ".zip": ["zip"],
  ".mp3": ["mp3"],
  ".ogg": ["ogg", "oga", "opus"],
  ".mp4": ["mp4", "m4v", "m4a", "f4v", "3gp"],
  // Phones record sound under the brands of films as well.
  ".m4a": ["m4a", "m4b", "mp4"],
  ".webm": ["webm"],
};

// What XML is for can be seen below; old Office files and locked new ones look alike (CFB).
const unspecific = new Set(["xml", "cfb"]);

const officeEndings = new Set([".docx", ".xlsx", ".pptx"]);

// As much as file-type looks at in any file whose type stands at its start.
const headBytes = 4100;
const textBytes = 1024;

/** AVIF whose first brand is that of HEIF in general, and which names AVIF among the others. */
const avif: Detector = {
  id: "avif",
  async detect(tokenizer) {
    const head = Buffer.alloc(64);
    await tokenizer.peekBuffer(head, { mayBeLess: true });
    if (!/^(?:mif1|msf1)$/.test(head.toString("latin1", 8, 12))) return undefined;
    const brands = head.toString("latin1", 16, Math.min(head.readUInt32BE(), head.length));
    const named = head.toString("latin1", 4, 8) === "ftyp" && /^(?:.{4})*avi[fs]/s.test(brands);
    return named ? { ext: "avif", mime: "image/avif" } : undefined;
  },
};

/** What a file is that is not what its ending says. */
export type OtherType = Pick<AssetType, "content" | "found">;

/** Tells by its bytes whether a file is what its ending says; gives nothing if it is. */
export async function otherType(path: string, extension: string): Promise<OtherType | undefined> {
  const head = await readHead(path);
  if (head.length === 0) return { content: "empty", found: "" };
  const found = await detect(path, head, extension);
  const text = head.toString("latin1", 0, textBytes);
  const tagged = text.startsWith("ID3");
  if (tagged && !isId3(head)) return textType(text);
  const office = officeEndings.has(extension) ? await officeTypeOf(path) : undefined;
  if (office === extension) return undefined;
  if (office) return { content: "known", found: office };
  if (allowed[extension]?.includes(found ?? "")) return undefined;
  if (found && !unspecific.has(found)) return { content: "known", found: endingOf(found) };
  if (extension === ".pdf" && isPdf(text)) return undefined;
  // Any amount of padding may follow the tag; what else has one was found above.
  if (extension === ".mp3" && tagged) return undefined;
  return textType(text);
}

/** The ending of a type: the usual one of ours, else what file-type calls it. */
function endingOf(type: string): string {
  return Object.keys(allowed).find((ending) => allowed[ending]?.includes(type)) ?? `.${type}`;
}

async function detect(path: string, head: Buffer, extension: string): Promise<string | undefined> {
  // MP3 files that were cut from a stream start in the middle of a frame.
  const mpegOffsetTolerance = extension === ".mp3" ? 2048 : 0;
  const options: FileTypeOptions = { customDetectors: [avif], mpegOffsetTolerance };
  // The type of these stands further behind: behind other parts, or behind the tag.
  const deep = /^(?:PK|ID3)/.test(head.toString("latin1", 0, 3));
  const found = deep ? fileTypeFromFile(path, options) : fileTypeFromBuffer(head, options);
  return (await found)?.ext;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The head of a tag before music: versions 2.2 to 2.4, and a length of four times seven bits
 * (id3.org, section 3.1). file-type believes the three letters.
 */
function isId3(head: Buffer): boolean {
  const [major = 0, revision = 0xff, , ...length] = head.subarray(3, 10);
  const sound = length.length === 4 && length.every((byte) => byte < 0x80);
  return major >= 2 && major <= 4 && revision < 0xff && sound;
}

/**
 * PDF readers look for the header in the first 1024 bytes (ISO 32000-1, annex H.3, note 13), and
 * scanners and mail programs do put something in front. A `<` there could make a page of it.
 */
function isPdf(head: string): boolean {
  return /^[^<]*%PDF-\d/.test(head);
}

/** The kinds of text that are saved under another ending most often, and do harm under it. */
function textType(head: string): OtherType {
  if (/<svg[\s>]/i.test(head)) return { content: "known", found: ".svg" };
  return /<(?:!doctype\s+html|html|head|body|script)[\s>]/i.test(head)
    ? { content: "known", found: ".html" }
    : { content: "unknown", found: "" };
}

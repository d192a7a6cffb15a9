import { isAscii, isUtf8, transcode } from "node:buffer";
import { codePointOf } from "../problems/invisible.ts";
import {
  type Problem,
  type ProblemCode,
  type ProblemParams,
  problem,
} from "../problems/problem.ts";

/** The largest Markdown file or site.yaml that is read, in bytes. */
export const maxFileBytes = 1024 * 1024;

/**
 * Everything XML 1.0 (section 2.2) forbids, the noncharacters that HTML calls an error, and the C1
 * controls that a lost encoding leaves behind. With the `u` flag, `\p{Cs}` is a surrogate without its
 * other half.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Noncharacter_Code_Point}\p{Cs}]/u;

/**
 * The same without a look at whole characters, which takes a quarter of the time, so that it also
 * finds the halves of those outside the basic plane.
 */
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** The first character of a text that no page or feed may hold: its name and where it stands. */
export function forbiddenCharacter(text: string): { codePoint: string; index: number } | undefined {
  const match = suspect.test(text) ? forbidden.exec(text) : null;
  return match ? { codePoint: codePointOf(match[0]), index: match.index } : undefined;
}

/**
 * Turns the bytes of a text file into text with `\n` line ends, or reports why it can't.
 * Only strict UTF-8 passes; nothing is replaced or dropped but a byte order mark, which Windows
 * Notepad writes before the text.
 */
export function decode(
  file: string,
  bytes: Uint8Array,
  report: (problem: Problem) => void,
): string | undefined {
  const fail = <C extends ProblemCode>(code: C, params: ProblemParams<C>, before = "") => {
    const lines = before.split(/\r\n?|\n/);
    const column = (lines.at(-1)?.length ?? 0) + 1;
    report(problem(code, { file, line: lines.length, column }, params));
    return undefined;
  };
  if (bytes.length > maxFileBytes) return fail("file-large", { max: "1 MB" });
  if (!isUtf8(bytes)) return fail("encoding", { looksLike: guessEncoding(bytes) }, valid(bytes));
  const written = textOf(bytes).replace(/^\uFEFF/, "");
  const text = written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written;
  if (text.startsWith("\uFEFF")) return fail("byte-order-mark", {});
  if (!forbiddenCharacter(text)) return text;
  for (const [index, line] of text.split("\n").entries()) {
    const control = forbiddenCharacter(line);
    if (!control) continue;
    const place = { file, line: index + 1, column: control.index + 1 };
    report(problem("control-character", place, { codePoint: control.codePoint }));
  }
  return undefined;
}

/**
 * The text of valid UTF-8. By way of UTF-16, which Node makes with the vector instructions of the
 * processor, it takes a fifth of the time that decoding right to a string takes.
 */
export function textOf(bytes: Uint8Array): string {
  if (isAscii(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return transcode(bytes, "utf8", "utf16le").toString("utf16le");
}

/** The longest run of whole lines, and what follows of the next, that is valid at the start. */
function valid(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValidStart(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder().decode(bytes.subarray(0, low)).replace(/\uFFFD$/, "");
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function guessEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "UTF-16";
  if (bytes.subarray(0, 512).includes(0)) return "UTF-16";
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return "GBK";
  } catch {
    return "";
  }
}

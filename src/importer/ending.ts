/** Where the text of a page ends, and what comes after it. */
export interface Ending {
  /** The line after the last of the text, from 0. */
  end: number;
  /** Who is named after 本站编辑. */
  editor?: string;
  /** Lines between 本站编辑 and the footer. */
  after: string[];
  footer: string[];
}

const ourEditor = /^[（(【[]?\s*本\s*站\s*编\s*辑\s*[:：]\s*(.*)$/;
const anyEditor = /^[（(【[]?\s*(?:责\s*任\s*编\s*辑|责\s*编|编\s*辑)\s*[:：]\s*(.*)$/;

// Only a page's footer says these.
const footerSign = /^(?:copyright|©|版权所有)|all rights reserved|ICP\s*[备证]|公网安备/i;
const footerOpening = /^主办(?:单位)?\s*[:：]/;
// A footer has these too, but so has the invitation to a meeting.
const footerLabel =
  /^(?:主办|主管|承办|协办|技术支持|.{0,6}地址|邮编|邮政编码|(?:联系)?电话|传真|(?:电子)?邮箱|e-?mail)(?:单位)?\s*[:：]/i;

const prose = /[。！？；…][”’』」）)]*$/;
const copyright = /^(?:copyright|©|版权所有)/i;

/**
 * Finds the end of the text in the lines below the head line: the line of 本站编辑 (or 责任编辑,
 * 编辑), else the footer. Words that only name an editor in the middle of the text don't end it.
 */
export function findEnding(lines: readonly string[]): Ending {
  const editorAt = findEditor(lines);
  if (editorAt === -1) {
    const end = footerStart(lines);
    return { end, after: [], footer: lines.slice(end) };
  }
  const after = lines.slice(editorAt + 1);
  const footer = after.findIndex(isFooterLine);
  const cut = footer === -1 ? after.length : footer;
  const editor = editorOf(lines[editorAt] ?? "");
  const ending = { end: editorAt, after: after.slice(0, cut), footer: after.slice(cut) };
  return editor ? { ...ending, editor } : ending;
}

function findEditor(lines: readonly string[]): number {
  const ours = lines.findIndex((line) => ourEditor.test(line));
  if (ours !== -1) return ours;
  const last = lines.findLastIndex((line) => anyEditor.test(line) && !prose.test(line));
  const after = lines.slice(last + 1);
  const footer = after.findIndex(isFooterLine);
  const textFollows = after.slice(0, footer === -1 ? undefined : footer).some(isProse);
  return textFollows ? -1 : last;
}

function editorOf(line: string): string {
  const value = (ourEditor.exec(line) ?? anyEditor.exec(line))?.[1] ?? "";
  return /^[（(【[].*[）)】\]]$/.test(line) ? value.slice(0, -1).trimEnd() : value;
}

function isFooterSign(line: string): boolean {
  return footerSign.test(line) || (line.includes("邮编") && line.includes("电话"));
}

function isFooterLine(line: string): boolean {
  return isFooterSign(line) || footerLabel.test(line);
}

function isProse(line: string): boolean {
  return prose.test(line) && !copyright.test(line);
}

/** The first line that is clearly footer, with nothing of the text below it. */
function footerStart(lines: readonly string[]): number {
  const lastProse = lines.findLastIndex(isProse);
  const sign = lines.findIndex((line, at) => at > lastProse && isFooterSign(line));
  if (sign === -1) return lines.length;
  let start = sign;
  while (footerOpening.test(lines[start - 1] ?? "")) start--;
  return start;
}

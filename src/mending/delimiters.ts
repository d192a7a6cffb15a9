import type { Problem } from "../problems/problem.ts";
import type { Change } from "./change.ts";
import { fieldOf } from "./front.ts";

/** What an input method, or Word, makes of three hyphens; signs that nobody sees may come with them. */
const delimiter =
  /^[\s\u00AD\u200B\u2060]*(?:[-－﹣–—―−─]{3,}|—{2}|－{2}-?)[\s\u00AD\u200B\u2060]*$/;

/**
 * The line that was meant to open or to close the front matter, written right: only where fields
 * stand below the one and above the other, and nothing else.
 */
export function delimiterChanges(found: Problem, lines: readonly string[]): readonly Change[] {
  const index = found.code === "front-matter-open" ? openIn(lines) : closeIn(lines);
  return index === undefined || lines[index] === "---" ? [] : [{ index, text: "---" }];
}

function openIn(lines: readonly string[]): number | undefined {
  const next = lines.find((line, index) => index > 0 && line.trim() !== "");
  return delimiter.test(lines[0] ?? "") && isField(next, true) ? 0 : undefined;
}

function closeIn(lines: readonly string[]): number | undefined {
  const end = lines.findIndex((line, index) => index > 0 && !isField(line));
  const blank = lines.slice(end).findIndex((line) => line.trim() !== "");
  const close = end + blank;
  if (end < 2 || blank === -1 || !delimiter.test(lines[close] ?? "")) return undefined;
  // Where fields go on until a right one, this may be a line that somebody drew between them.
  const rest = lines.slice(close + 1);
  const right = rest.indexOf("---");
  const between = rest.slice(0, Math.max(0, right)).filter((line) => line.trim() !== "");
  return between.length > 0 && between.every((line) => isField(line)) ? undefined : close;
}

/** A line as YAML has it: a name with a colon, what belongs to it, or a remark. */
function isField(line: string | undefined, known = false): boolean {
  const [, indent = "", name = "", colon] =
    /^([ \t]*(?:- )?)["']?([\p{L}_-]+)["']?\s*(:(?=[ \t]|$)|[:：﹕])/u.exec(line ?? "") ?? [];
  if (fieldOf(name) !== undefined) return true;
  if (known) return false;
  return (colon === ":" && indent === "") || /^(?:[ \t]*- |#)/.test(line ?? "");
}

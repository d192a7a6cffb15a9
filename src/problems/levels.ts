import type { ProblemCode } from "./problem.ts";

/** An error keeps the site from being built; a warning is told, and the site is built. */
export type Level = "error" | "warning";

export const levels = ["error", "warning"] as const satisfies readonly Level[];

/** Why the level of a code can't be changed: it guards the site, or without it no page can be made. */
export type Fixed = "security" | "needed";

interface Rule {
  level: Level;
  fixed?: Fixed;
}

const security = { level: "error", fixed: "security" } as const;
const needed = { level: "error", fixed: "needed" } as const;
const error = { level: "error" } as const;
const warning = { level: "warning" } as const;

/** Every code of problem, in the order of the reference: its level, and whether site.yaml may change it. */
const rules = {
  "site-missing": needed,
  "file-unexpected": security,
  "file-misplaced": needed,
  "file-symlink": security,
  "file-name": security,
  "file-name-long": security,
  "file-large": security,
  "article-slow": security,
  "nesting-deep": security,
  "column-unknown": needed,
  encoding: needed,
  "byte-order-mark": needed,
  "control-character": security,
  "bidi-character": security,
  "invisible-character": warning,
  "front-matter-open": security,
  "front-matter-close": needed,
  "front-matter-large": security,
  "yaml-colon": needed,
  "yaml-tab": needed,
  "yaml-duplicate-key": needed,
  "yaml-comment": error,
  "yaml-alias": security,
  "yaml-tag": security,
  "yaml-depth": security,
  "yaml-not-map": needed,
  "yaml-syntax": needed,
  "field-unknown": security,
  "field-required": needed,
  "field-text": needed,
  "field-list": needed,
  "item-empty": needed,
  "field-map": needed,
  "field-long": needed,
  "field-line-break": needed,
  "field-yes-no": needed,
  "field-number": needed,
  "field-choice": needed,
  "date-format": needed,
  "date-calendar": needed,
  "date-order": warning,
  "tag-separator": warning,
  "title-twice": warning,
  "body-empty": warning,
  "phone-format": needed,
  "email-format": needed,
  "url-format": security,
  "url-origin": needed,
  "time-zone": needed,
  "column-id": needed,
  "column-twice": needed,
  "navigation-item": needed,
  "navigation-unknown": error,
  "level-unknown": needed,
  "level-fixed": security,
  "alias-format": security,
  "footnote-unused": error,
  "footnote-twice": error,
  "list-number": error,
  "table-cells": error,
  "table-head": error,
  "table-end": error,
  "table-leftover": error,
  "list-space": error,
  "list-mark": warning,
  "quote-mark": warning,
  "reference-unused": error,
  "link-leftover": error,
  "strong-leftover": warning,
  "stars-lost": error,
  "html-tag": warning,
  "heading-space": error,
  "heading-level": error,
  "heading-underline": error,
  "link-scheme": security,
  "link-malformed": security,
  "link-outside": security,
  "link-missing": error,
  "link-fragment": error,
  "image-remote": security,
  "image-type": security,
  "image-missing": error,
  "asset-unused": warning,
  "asset-type": security,
  "asset-large": security,
  "image-pixels": security,
  "image-broken": security,
  "address-taken": security,
} as const satisfies Record<ProblemCode, Rule>;

/** Every code of problem, in the order of the reference. */
export const problemCodes = Object.keys(rules) as ProblemCode[];

/** Is this text a code of problem? */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(rules, text);
}

/** The levels that site.yaml sets, by code. */
export type LevelSettings = Readonly<Partial<Record<string, Level>>>;

/** The level of a code, as site.yaml has it or as it is by default. */
export function levelOf(code: ProblemCode, settings: LevelSettings = {}): Level {
  const { level, fixed }: Rule = rules[code];
  return fixed ? level : (settings[code] ?? level);
}

/** Why site.yaml may not change the level of a code, or nothing where it may. */
export function fixedLevel(code: ProblemCode): Fixed | undefined {
  const { fixed }: Rule = rules[code];
  return fixed;
}

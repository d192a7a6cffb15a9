import { isDeviceName } from "../content/address.ts";
import { hexOf } from "../content/hash.ts";

/** What articles name that has lists of its own, and the folder of these lists. */
export const nameKinds = ["tags", "authors", "sources"] as const;

export type NameKind = (typeof nameKinds)[number];

const maxLength = 40;
const hashLength = 16;
const plain = new RegExp(`^[a-z\\d\\p{Script=Han}]{1,${maxLength}}$`, "u");

/**
 * What two writings of one name have in common: names that differ in case, in width or in Unicode
 * form alone (`WTO`, `ｗｔｏ`) are one name (Unicode Standard Annex 15, NFKC).
 */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/**
 * The address of the list of a name, or of a sealed page of it by its number. It depends on the name
 * alone, and no two names but those that count as one have the same: lower-case ASCII letters,
 * digits and Han characters stand as they are; a name that has anything else or is long is cleaned,
 * and a hash of it follows. Neither `-` nor `index` is ever all or part of what stands as it is, so
 * that nothing but the hash follows the last `-` of a list's name.
 */
export function nameAddress(kind: NameKind, name: string, number?: number): string {
  const part = number === undefined ? "" : `-page-${number}`;
  return `/${kind}/${fileNameOf(foldName(name))}${part}.html`;
}

function fileNameOf(name: string): string {
  const isFree = !/^(?:index|default)$/.test(name) && !isDeviceName(name);
  if (isFree && plain.test(name)) return name;
  const clean = [...name.replace(/[^a-z\d\p{Script=Han}]+/gu, "-").replace(/^-|-$/g, "")];
  const short = clean.slice(0, maxLength).join("");
  return `${short || "name"}-${hexOf(name).slice(0, hashLength)}`;
}

/** The address of the index of all names of a kind, or of a sealed page of it by its number. */
export function namesAddress(kind: NameKind, number?: number): string {
  return `/${kind}/${number === undefined ? "index" : `page-${number}`}.html`;
}

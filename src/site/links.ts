import { posix } from "node:path";
import { extensionOf, fileTypes, imageTypes } from "../content/address.ts";
import { once } from "../content/once.ts";
import type { SiteSettings } from "../content/schema.ts";
import type { ContentFiles } from "../content/walk.ts";
import { readWebAddress } from "../content/web-address.ts";
import { isHeadingText } from "../markdown/headings.ts";
import type { Link } from "../markdown/links.ts";
import type { Refused } from "../messages/zh-Hans.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { linkableAddresses } from "./addresses.ts";
import type { Document } from "./site.ts";

/** How many headings of a page are named to whoever links to one that is not there. */
const maxKnown = 20;

/**
 * Holds every link of every page against what the content folder has, and reports the ones that
 * lead nowhere: to a missing file, image or address, or to a heading that is not there.
 */
export function checkLinks(
  settings: SiteSettings,
  pages: readonly Document[],
  unreadable: ReadonlySet<string>,
  assets: ReadonlySet<string>,
  refused: ContentFiles["refused"],
  report: (problem: Problem) => void,
): void {
  const isKindRefused = new Map(refused.map(({ path, isKind }) => [path, isKind]));
  // Each is made at the first link that asks for it: there are sites without.
  const byPath = once(() => new Map(pages.map((page) => [page.path, page])));
  const byAddress = once(() => {
    const found = new Map<string, Document | undefined>();
    for (const address of linkableAddresses(settings)) found.set(address, undefined);
    for (const path of assets) found.set(`/${path}`, undefined);
    for (const page of pages) {
      found.set(page.address, page);
      for (const { address } of page.formerAddresses) found.set(address, undefined);
    }
    return found;
  });

  const guessFile = fileGuesser(pages, assets);
  const ids = new Map<Document, ReadonlySet<string>>();
  const idsOf = (page: Document) => {
    const known = ids.get(page) ?? new Set(page.outline.map(({ id }) => id));
    ids.set(page, known);
    return known;
  };
  const check = (from: Document, { target, image, text, written, line, column }: Link) => {
    const place = { file: from.path, line, column };
    const missing = () => {
      const path = pathOf(target);
      const isKind = isKindRefused.get(path);
      const guess = target.kind === "file" ? guessFile(from.path, path, image) : undefined;
      const web = image || guess ? undefined : webAddressOf(written);
      const params = {
        ...{ href: written, text, allowed: fileTypes, ...refusal(path, isKind) },
        ...(guess && { guess }),
        ...(web && { web }),
      };
      report(problem(image ? "image-missing" : "link-missing", place, params));
    };
    let page: Document | undefined = from;
    if (target.kind === "file") {
      page = byPath().get(target.path);
      // A file with a problem of its own is told about there, not once more for each link to it.
      const exists = page || unreadable.has(target.path) || assets.has(target.path);
      if (!exists) return missing();
    } else if (target.kind === "address") {
      const address = target.address.endsWith("/") ? `${target.address}index.html` : target.address;
      if (!byAddress().has(address)) return missing();
      page = byAddress().get(address);
    }
    if (!page || !target.fragment) return;
    if (idsOf(page).has(target.fragment)) return;
    const known = page.outline.slice(0, maxKnown).map(({ id }) => `#${id}`);
    const isHere = page === from;
    const bare = written.slice(0, written.indexOf("#"));
    const heading = isHeadingText(target.fragment) ? target.fragment : undefined;
    const params = { href: written, text, bare, known, isHere, ...(heading && { heading }) };
    report(problem("link-fragment", place, params));
  };
  for (const page of pages) {
    for (const link of page.links) check(page, link);
  }
}

/** The address that is meant by a link without `https://`, if it has the look of one. */
function webAddressOf(written: string): string | undefined {
  const isMeant =
    /^(?:www\.|https?\s*[：:])|^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|cn|org|net|gov|edu)(?:[/:?#]|$)/i;
  if (!isMeant.test(written)) return undefined;
  const read = readWebAddress(written);
  return "href" in read ? undefined : read.right;
}

/** Why a file that lies there can't be linked to, if it does. */
function refusal(path: string, isKind: boolean | undefined): Refused {
  if (isKind === undefined) return {};
  return isKind ? { refused: "kind", ending: extensionOf(path) } : { refused: "name" };
}

/**
 * Finds the file that a link most likely means whose file is not there, and writes it as the link
 * should be: one of the same name but for case, Unicode form or ending.
 */
function fileGuesser(pages: readonly Document[], assets: ReadonlySet<string>) {
  const keyOf = (path: string) =>
    path
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\.[^./]+$/, "");
  const byKey = (files: readonly string[]) => new Map(files.map((file) => [keyOf(file), file]));
  // Made at the first link that leads nowhere: most sites have none.
  let images: Map<string, string> | undefined;
  let all: Map<string, string> | undefined;
  return (from: string, missing: string, image: boolean): string | undefined => {
    images ??= byKey([...assets].filter((file) => imageTypes.includes(extensionOf(file))));
    all ??= byKey([...assets, ...pages.map(({ path }) => path)]);
    const near = (image ? images : all).get(keyOf(missing));
    return near && posix.relative(posix.dirname(from), near);
  };
}

/**
 * Reports images and attachments that no article or standing page uses. What lies beside a file
 * that can't be read may be used by it, so nothing is said of that.
 */
export function checkUnused(
  pages: readonly Document[],
  unreadable: ReadonlySet<string>,
  assets: ReadonlySet<string>,
  report: (problem: Problem) => void,
): void {
  const used = new Set(usedAssets(pages, assets));
  const unknown = new Set([...unreadable].map((path) => posix.dirname(path)));
  for (const file of assets) {
    if (used.has(file) || unknown.has(posix.dirname(file))) continue;
    report(problem("asset-unused", { file, line: 1, column: 1 }, {}));
  }
}

/** The images and attachments that these pages use: paths in the content folder, sorted. */
export function usedAssets(pages: readonly Document[], assets: ReadonlySet<string>): string[] {
  const used = new Set<string>();
  for (const { links } of pages) {
    for (const link of links) {
      const path = fileOf(link);
      if (assets.has(path)) used.add(path);
    }
  }
  return [...used].sort();
}

/** The file that a link leads to if it leads to an asset: a path in the content folder, or empty. */
export function fileOf({ target }: Link): string {
  return pathOf(target);
}

function pathOf(target: Link["target"]): string {
  if (target.kind === "file") return target.path;
  return target.kind === "address" ? target.address.slice(1) : "";
}

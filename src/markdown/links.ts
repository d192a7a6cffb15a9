import type { MarkdownIt, Token } from "markdown-it";
import {
  addressOf,
  extensionOf,
  fileTypes,
  imageTypes,
  isImage,
  outsideRel,
  shownTypes,
  toHref,
} from "../content/address.ts";
import type { Position } from "../problems/problem.ts";
import { type Environment, environmentOf } from "./environment.ts";
import { plainText } from "./headings.ts";
import { shorten } from "./shorten.ts";
import { type Target, targetOf } from "./target.ts";

/** A link to something of the site itself, to be held against what the site has. */
export interface Link extends Position {
  /** As the editor wrote it. */
  written: string;
  /** Does it show a picture? */
  image: boolean;
  /** The start of what readers see of it: its words, or those in place of the image. */
  text: string;
  target: Extract<Target, { kind: "file" | "address" | "fragment" }>;
}

/**
 * Turns link and image destinations into addresses of the site, marks links that leave it, collects
 * the ones that stay, and reports the ones that may not be.
 *
 * markdown-it would print a link that its `validateLink` refuses as plain text, which loses it
 * silently; here every link is let through to this rule, which reports it instead.
 */
export function links(markdown: MarkdownIt): void {
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.core.ruler.push("links", ({ src, tokens, env }) => {
    const environment = environmentOf(env);
    const search = { misses: 0 };
    let destinations: Destinations | undefined;
    let block: readonly [number, number] | undefined;
    let locate: Locate | undefined;
    for (const { map, type, children } of tokens) {
      // The cells of a table's row share the row's lines: each link is looked for after the last.
      if (map && (map[0] !== block?.[0] || map[1] !== block[1])) {
        block = map;
        locate = undefined;
      }
      if (type !== "inline" || !children) continue;
      for (let index = 0; index < children.length; index++) {
        const child = children[index] as Token;
        if (child.type !== "link_open" && child.type !== "image") continue;
        destinations ??= destinationsOf(src, markdown.utils.unescapeAll);
        const lines = block ?? [0, environment.lines.length];
        locate ??= locator(environment, lines, destinations, search);
        resolve(child, wordsOf(children, index), environment, locate);
      }
    }
  });
}

type Locate = (written: string, bare: boolean) => Position;

/** Where each destination of a link stands, `](here` or `]: here`, in the order of the lines. */
type Destinations = Map<string, Position[]>;

/** One pass over the lines, counted from 0, so that many links cost no more than long lines do. */
function destinationsOf(source: string, plain: (text: string) => string): Destinations {
  const found: Destinations = new Map();
  let line = 0;
  let start = 0;
  for (let at = source.indexOf("]"); at !== -1; at = source.indexOf("]", start)) {
    for (let end = source.indexOf("\n", start); end !== -1 && end < at; ) {
      line++;
      start = end + 1;
      end = source.indexOf("\n", start);
    }
    const lineEnd = source.indexOf("\n", at);
    const text = source.slice(start, lineEnd === -1 ? undefined : lineEnd);
    for (const match of text.matchAll(/\][(:]\s*(?:<([^<>]*)>|([^\s<>()]*))/g)) {
      const written = match[1] ?? match[2] ?? "";
      const end = match.index + match[0].length - (match[1] === undefined ? 0 : 1);
      const column = end - written.length;
      const key = plain(written);
      const places = found.get(key);
      if (places) places.push({ line, column });
      else found.set(key, [{ line, column }]);
    }
    if (lineEnd === -1) break;
    line++;
    start = lineEnd + 1;
  }
  return found;
}

// A destination that is nowhere in its block costs a pass over it; many must not cost as many.
const maxMisses = 100;

/**
 * Finds destinations in the lines of a block, each once. One that is not there stands elsewhere, in
 * the definition of a link or in a footnote.
 */
function locator(
  environment: Environment,
  [start, end]: readonly [number, number],
  destinations: Destinations,
  search: { misses: number },
): Locate {
  const next = new Map<string, number>();
  let line = start;
  let from = 0;
  const place = (at: Position) => ({
    line: environment.firstLine + at.line,
    column: at.column + 1,
  });
  return (written, bare) => {
    const places = bare ? [] : (destinations.get(written) ?? []);
    const index = next.get(written) ?? firstFrom(places, start);
    const here = places[index];
    if (here && here.line < end) {
      next.set(written, index + 1);
      return place(here);
    }
    const searchEnd = places.length > 0 || search.misses >= maxMisses ? line : end;
    for (let at = line; at < searchEnd; at++) {
      const column = environment.lines[at]?.indexOf(written, at === line ? from : 0) ?? -1;
      if (column === -1) continue;
      line = at;
      from = column + written.length;
      return place({ line, column });
    }
    if (places.length === 0) search.misses++;
    return place(places.at(-1) ?? { line, column: 0 });
  };
}

/** The index of the first place on or after a line. */
function firstFrom(places: readonly Position[], line: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What readers see of the link or image whose token is at an index. */
function wordsOf(tokens: readonly Token[], index: number): string {
  const { type, content } = tokens[index] as Token;
  if (type === "image") return shorten(content);
  // Links are never inside one another, so each token is looked at once.
  let end = index + 1;
  while (tokens[end] && tokens[end]?.type !== "link_close") end++;
  return shorten(plainText(tokens.slice(index + 1, end)));
}

function resolve(token: Token, words: string, environment: Environment, locate: Locate): void {
  const image = token.type === "image";
  const attribute = image ? "src" : "href";
  const written = String(token.attrGet(attribute) ?? "");
  // An address that stands in the text by itself, `<a@b.cn>` or `https://…`, is no destination.
  const bare = token.markup === "autolink" || token.markup === "linkify";
  const position = locate(bare ? written.replace(/^mailto:/, "") : written, bare);
  const target = targetOf(written, environment.file);
  token.attrSet(attribute, "");
  if (target.kind === "problem") {
    const local = isLocal(written) && { name: nameBeside(written, image) };
    // The words of an address that stands by itself are that address.
    const text = bare ? "" : words;
    const params = {
      ...{ href: written, image, text, allowed: fileTypes },
      ...target.address,
      ...local,
    };
    environment.report(target.code, position, params as never);
    return;
  }
  if (target.kind === "external") {
    if (image) {
      const title = token.attrGet("title");
      const caption = title ? ` "${title}"` : "";
      const right = `![${token.content}](${nameBeside(written, image)}${caption})`;
      environment.report("image-remote", position, { href: written, right });
      return;
    }
    token.attrSet("href", target.href);
    if (/^https?:/.test(target.href)) token.attrSet("rel", outsideRel);
    return;
  }
  if (image && (target.kind !== "file" || !isShown(target.path))) {
    environment.report("image-type", position, { href: written, allowed: shownTypes });
    return;
  }
  token.attrSet(attribute, hrefOf(target));
  const pictured = image && target.kind === "file" && isImage(target.path);
  environment.links.push({ written, image: pictured, text: words, target, ...position });
}

/** Can an article show or play this file? */
function isShown(path: string): boolean {
  return shownTypes.includes(extensionOf(path));
}

/** Does this lead to a file on the computer of whoever wrote it? */
function isLocal(written: string): boolean {
  return /^(?:[a-z]:|file:|\\\\)/i.test(written);
}

/** The name that a file gets beside the article, as far as it can be told from where it is now. */
function nameBeside(written: string, image: boolean): string {
  const [path = ""] = written.split(/[?#]/);
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const isUsable = /^[\p{L}\p{N}][\p{L}\p{N}_.()-]*$/u.test(name);
  const types = image ? imageTypes : fileTypes;
  if (isUsable && types.includes(extensionOf(name))) return name;
  return image ? "tupian.jpg" : "fujian.pdf";
}

function hrefOf(target: Link["target"]): string {
  switch (target.kind) {
    case "fragment":
      return `#${encodeURIComponent(target.fragment)}`;
    case "file":
      return toHref(addressOf(target.path), target.fragment);
    case "address":
      return toHref(target.address, target.fragment);
  }
}

import type { MarkdownIt, Token } from "markdown-it";
import { addressOf, extensionOf, imageTypes, toHref } from "../content/address.ts";
import type { Position } from "../content/problem.ts";
import { type Environment, environmentOf } from "./environment.ts";
import { type Target, targetOf } from "./target.ts";

/** A link to something of the site itself, to be held against what the site has. */
export interface Link extends Position {
  /** As the editor wrote it. */
  written: string;
  image: boolean;
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
  markdown.core.ruler.push("links", ({ tokens, env }) => {
    const environment = environmentOf(env);
    let block: readonly [number, number] = [0, environment.lines.length];
    for (const token of tokens) {
      if (token.map) block = token.map;
      if (token.type !== "inline" || !token.children) continue;
      const locate = locator(environment, block);
      for (const child of token.children) {
        if (child.type === "link_open") resolve(child, "href", environment, locate);
        else if (child.type === "image") resolve(child, "src", environment, locate);
      }
    }
  });
}

type Locate = (written: string) => Position;

/** Finds destinations in the lines of a block, each after the one before it. */
function locator({ lines, firstLine }: Environment, block: readonly [number, number]): Locate {
  let [line] = block;
  let from = 0;
  return (written) => {
    for (let at = line; at < Math.max(block[1], block[0] + 1); at++) {
      const column = lines[at]?.indexOf(written, at === line ? from : 0) ?? -1;
      if (column === -1) continue;
      line = at;
      from = column + written.length;
      return { line: firstLine + at, column: column + 1 };
    }
    return { line: firstLine + line, column: 1 };
  };
}

function resolve(
  token: Token,
  attribute: "href" | "src",
  environment: Environment,
  locate: Locate,
): void {
  const written = String(token.attrGet(attribute) ?? "");
  const image = attribute === "src";
  const position = locate(written.replace(/^mailto:/, ""));
  const target = targetOf(written, environment.file);
  token.attrSet(attribute, "");
  if (target.kind === "problem") {
    environment.report(target.code, position, { href: written } as never);
    return;
  }
  if (target.kind === "external") {
    if (image) {
      environment.report("image-remote", position, { href: written });
      return;
    }
    token.attrSet("href", target.href);
    if (/^https?:/.test(target.href)) token.attrSet("rel", "external noopener noreferrer");
    return;
  }
  if (image && (target.kind !== "file" || !imageTypes.includes(extensionOf(target.path)))) {
    environment.report("image-type", position, { href: written, allowed: imageTypes });
    return;
  }
  token.attrSet(attribute, hrefOf(target));
  environment.links.push({ written, image, target, ...position });
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

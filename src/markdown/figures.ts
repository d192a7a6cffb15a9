import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { extensionOf, filmTypes, soundTypes } from "../content/address.ts";

/**
 * What is shown and alone in its paragraph becomes a figure: an image, a film, a sound. Its caption
 * is the title, `![text](a.png "caption")`, or else the text. Several images in a paragraph of their
 * own, or in paragraphs one behind the other, become a gallery, in which each leads to itself in full.
 */
export function figures(markdown: MarkdownIt): void {
  markdown.core.ruler.push("figures", (state) => {
    if (!state.src.includes("![")) return;
    const result: Token[] = [];
    let gallery: Token[][] = [];
    // One by one: a call with more than some ten thousand arguments is too much for the stack.
    const addTo = <T>(list: T[], more: readonly T[]) => {
      for (const one of more) list.push(one);
    };
    const end = () => {
      addTo(result, gallery.length > 1 ? galleryTokens(state, gallery) : gallery.flat());
      gallery = [];
    };
    for (let at = 0; at < state.tokens.length; at++) {
      const open = state.tokens[at] as Token;
      const shown = open.type === "paragraph_open" && shownAlone(open, state.tokens[at + 1]);
      if (!shown) {
        end();
        result.push(open);
        continue;
      }
      const made = shown.map((token) => figureTokens(state, open, token));
      at += 2;
      if (shown.every(isPicture)) addTo(gallery, made);
      else {
        end();
        addTo(result, made.flat());
      }
    }
    end();
    state.tokens = result;
  });
  const renderImage = markdown.renderer.rules["image"];
  markdown.renderer.rules["image"] = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const kind = kindOf(token);
    if (kind !== "picture") {
      const src = markdown.utils.escapeHtml(String(token.attrGet("src") ?? ""));
      const words = self.renderInlineAsText(token.children ?? [], options, env);
      const text = markdown.utils.escapeHtml(words.trim());
      const label = text && ` aria-label="${text}"`;
      // For those who can't play it, and for feeds that leave it out.
      const link = `<a href="${src}">${text || markdown.utils.escapeHtml(nameOf(src))}</a>`;
      return `<${kind} src="${src}"${label} controls preload="metadata">${link}</${kind}>`;
    }
    token.attrSet("loading", "lazy");
    token.attrSet("decoding", "async");
    return renderImage?.(tokens, index, options, env, self) ?? "";
  };
}

function kindOf(image: Token): "picture" | "video" | "audio" {
  const extension = extensionOf(String(image.attrGet("src") ?? ""));
  if (filmTypes.includes(extension)) return "video";
  return soundTypes.includes(extension) ? "audio" : "picture";
}

function isPicture(token: Token): boolean {
  return kindOf(token) === "picture";
}

function nameOf(href: string): string {
  return decodeURIComponent(href.slice(href.lastIndexOf("/") + 1));
}

/** What a paragraph shows that has nothing else in it: one or several images, or one film or sound. */
function shownAlone(open: Token, inline: Token | undefined): Token[] | undefined {
  if (open.hidden) return undefined;
  const tokens = (inline?.children ?? []).filter(
    ({ type, content }) => !/break$/.test(type) && !(type === "text" && content.trim() === ""),
  );
  const alone = tokens.length > 0 && tokens.every(({ type }) => type === "image");
  return alone && (tokens.length === 1 || tokens.every(isPicture)) ? tokens : undefined;
}

function figureTokens(state: StateCore, { level, map }: Token, image: Token): Token[] {
  const { md, env, Token } = state;
  const text = md.renderer.renderInlineAsText(image.children ?? [], md.options, env).trim();
  const caption = String(image.attrGet("title") ?? text);
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
  const open = new Token("figure_open", "figure", 1);
  const close = new Token("figure_close", "figure", -1);
  const inline = new Token("inline", "", 0);
  inline.children = [image];
  for (const token of [open, inline, close]) token.block = true;
  Object.assign(open, { level, map });
  return [open, inline, ...captionTokens(state, caption), close];
}

function captionTokens(state: StateCore, caption: string): Token[] {
  if (!caption) return [];
  const text = new state.Token("text", "", 0);
  text.content = caption;
  const inline = new state.Token("inline", "", 0);
  inline.children = [text];
  const open = new state.Token("figcaption_open", "figcaption", 1);
  const close = new state.Token("figcaption_close", "figcaption", -1);
  return [open, inline, close];
}

function galleryTokens({ Token }: StateCore, figures: readonly Token[][]): Token[] {
  const open = new Token("gallery_open", "div", 1);
  open.attrSet("class", "gallery");
  const close = new Token("gallery_close", "div", -1);
  for (const [, inline] of figures) {
    const [image] = inline?.children ?? [];
    const link = new Token("link_open", "a", 1);
    link.attrSet("href", String(image?.attrGet("src") ?? ""));
    const linkEnd = new Token("link_close", "a", -1);
    if (inline && image) inline.children = [link, image, linkEnd];
  }
  for (const token of [open, close]) token.block = true;
  return [open, ...figures.flat(), close];
}

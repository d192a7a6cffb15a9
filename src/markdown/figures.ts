import type { MarkdownIt, StateCore, Token } from "markdown-it";

/**
 * An image that is alone in its paragraph becomes a figure. Its caption is the image's title,
 * `![text](a.png "caption")`, or else its text.
 */
export function figures(markdown: MarkdownIt): void {
  const textOf = (image: Token, { md, env }: StateCore) =>
    md.renderer.renderInlineAsText(image.children ?? [], md.options, env).trim();
  markdown.core.ruler.push("figures", (state) => {
    const result: Token[] = [];
    for (let at = 0; at < state.tokens.length; at++) {
      const open = state.tokens[at] as Token;
      const image = open.type === "paragraph_open" && imageAlone(open, state.tokens[at + 1]);
      if (!image) {
        result.push(open);
        continue;
      }
      const [inline, close] = state.tokens.slice(at + 1, at + 3) as [Token, Token];
      open.type = "figure_open";
      open.tag = "figure";
      close.type = "figure_close";
      close.tag = "figure";
      const caption = String(image.attrGet("title") ?? textOf(image, state));
      image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
      result.push(open, inline, ...captionTokens(state, caption), close);
      at += 2;
    }
    state.tokens = result;
  });
  const renderImage = markdown.renderer.rules["image"];
  markdown.renderer.rules["image"] = (tokens, index, ...rest) => {
    tokens[index]?.attrSet("loading", "lazy");
    tokens[index]?.attrSet("decoding", "async");
    return renderImage?.(tokens, index, ...rest) ?? "";
  };
}

function imageAlone(open: Token, inline: Token | undefined): Token | undefined {
  if (open.hidden || inline?.children?.length !== 1) return;
  const [only] = inline.children;
  return only?.type === "image" ? only : undefined;
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

import type { MarkdownIt, Token } from "markdown-it";

/**
 * Makes the tokens of blocks and lines without the constructor of markdown-it. As it is published,
 * that sets each field through a helper that looks every name up anew, which takes a tenth of all
 * the time that reading an article does. The tokens are the same.
 */
export function quickTokens(markdown: MarkdownIt): void {
  function QuickToken(this: Token, type: string, tag: string, nesting: Token["nesting"]) {
    this.map = null;
    this.level = 0;
    this.children = null;
    this.content = "";
    this.markup = "";
    this.info = "";
    this.block = false;
    this.hidden = false;
    this.type = type;
    this.tag = tag;
    this.attrs = null;
    this.nesting = nesting;
    this.meta = null;
  }
  const { Token: SlowToken } = new markdown.core.State("", markdown, {});
  QuickToken.prototype = SlowToken.prototype;
  const Quick = QuickToken as unknown as typeof SlowToken;

  markdown.block.State = class extends markdown.block.State {
    override push(type: string, tag: string, nesting: Token["nesting"]): Token {
      const token = new Quick(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };
  markdown.inline.State = class extends markdown.inline.State {
    override pushPending(): Token {
      const token = new Quick("text", "", 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = "";
      return token;
    }
  };
}

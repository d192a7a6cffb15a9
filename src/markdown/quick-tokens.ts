import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";

type Nesting = Token["nesting"];

/**
 * Makes tokens, and the states of blocks and lines, without the constructors of markdown-it. As it is
 * published, these set each field through a helper that looks every name up anew, which takes a tenth
 * of all the time that reading an article does. What is made is the same.
 */
export function quickTokens(markdown: MarkdownIt): void {
  const { core, block, inline } = markdown;
  const { Token: SlowToken } = new core.State("", markdown, {});
  QuickToken.prototype = SlowToken.prototype;
  const Quick = QuickToken as unknown as typeof SlowToken;

  function QuickCore(this: StateCore, ...args: ConstructorParameters<typeof StateCore>) {
    [this.src, this.md, this.env] = args;
    this.tokens = [];
    this.inlineMode = false;
    this.Token = Quick;
  }
  QuickCore.prototype = core.State.prototype;
  core.State = QuickCore as unknown as typeof StateCore;

  function QuickBlock(this: StateBlock, ...args: ConstructorParameters<typeof StateBlock>) {
    [this.src, this.md, this.env, this.tokens] = args;
    this.bMarks = [];
    this.eMarks = [];
    this.tShift = [];
    this.sCount = [];
    this.bsCount = [];
    this.blkIndent = 0;
    this.line = 0;
    this.tight = false;
    this.listIndent = -1;
    this.parentType = "root";
    this.level = 0;
    this.Token = Quick;
    markLines(this);
    this.lineMax = this.bMarks.length - 1;
  }
  QuickBlock.prototype = Object.assign(Object.create(block.State.prototype), {
    push(this: StateBlock, type: string, tag: string, nesting: Nesting) {
      const token = new Quick(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    },
  });
  block.State = QuickBlock as unknown as typeof StateBlock;

  function QuickInline(this: StateInline, ...args: ConstructorParameters<typeof StateInline>) {
    [this.src, this.md, this.env, this.tokens] = args;
    this.pos = 0;
    this.posMax = this.src.length;
    this.level = 0;
    this.pending = "";
    this.pendingLevel = 0;
    this.cache = {};
    this.backticks = {};
    this.backticksScanned = false;
    this.skipHtmlSpecial = false;
    this.linkLevel = 0;
    this.delimiters = [];
    this._prev_delimiters = [];
    this.tokens_meta = Array(this.tokens.length);
    this.Token = Quick;
  }
  QuickInline.prototype = Object.assign(Object.create(inline.State.prototype), {
    pushPending(this: StateInline) {
      const token = new Quick("text", "", 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = "";
      return token;
    },
    push(this: StateInline, type: string, tag: string, nesting: Nesting) {
      if (this.pending) this.pushPending();
      const token = new Quick(type, tag, nesting);
      let meta: StateInline["tokens_meta"][number];
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() as StateInline["delimiters"];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level++;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
        meta = { delimiters: this.delimiters };
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(meta);
      return token;
    },
  });
  inline.State = QuickInline as unknown as typeof StateInline;

  // Most texts have no sign that could begin anything: they are one token, for which no state is needed.
  const parse = inline.parse.bind(inline);
  inline.parse = (text, md, env, tokens) => {
    if (text === "" || anySign.test(text)) return parse(text, md, env, tokens);
    const token = new Quick("text", "", 0);
    token.content = text;
    tokens.push(token);
  };
}

/** What one of the rules of markdown-it, or of its plugins, begins with. */
const anySign = /[\n&*:<[\\_`~]/;

function QuickToken(this: Token, type: string, tag: string, nesting: Nesting) {
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

const tab = 9;
const space = 32;

/** Marks where lines begin and end, and how far their text is indented. */
function markLines({ src, bMarks, eMarks, tShift, sCount, bsCount }: StateBlock): void {
  for (let start = 0; start < src.length; ) {
    let at = start;
    let indent = 0;
    for (let code = src.charCodeAt(at); code === space || code === tab; code = src.charCodeAt(at)) {
      indent += code === tab ? 4 - (indent % 4) : 1;
      at++;
    }
    // Blanks at the very end are no line.
    if (at === src.length) break;
    const end = src.indexOf("\n", at);
    bMarks.push(start);
    eMarks.push(end === -1 ? src.length : end);
    tShift.push(at - start);
    sCount.push(indent);
    bsCount.push(0);
    if (end === -1) break;
    start = end + 1;
  }
  // A line of nothing ends the last one, as rules look at the next without asking whether there is one.
  bMarks.push(src.length);
  eMarks.push(src.length);
  tShift.push(0);
  sCount.push(0);
  bsCount.push(0);
}

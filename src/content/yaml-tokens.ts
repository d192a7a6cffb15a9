import { type CST, Lexer, type LineCounter, Parser } from "yaml";

/**
 * What the YAML parser makes of a text before anything is composed; or where, as an offset, maps and
 * lists become nested more than about `maxDepth` levels deep. The composer calls itself for each
 * level, and a stack that overflows while a regular expression is compiled ends the process.
 */
export function yamlTokens(
  source: string,
  lines: LineCounter,
  maxDepth: number,
): { tokens: CST.Token[] } | { tooDeepAt: number } {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document, what is open in it, and the scalar that is read.
    if (parser.stack.length > maxDepth + 2) return { tooDeepAt: parser.offset - lexeme.length };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

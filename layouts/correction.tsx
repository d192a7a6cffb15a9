import type { Catalogue } from "../src/messages/index.ts";

/** What was changed in an article and when, as the editor wrote it, a paragraph a line. */
export function Correction({ text, texts }: { text: string; texts: Catalogue["page"] }) {
  return (
    <aside class="correction" aria-label={texts.correction}>
      <p>
        <strong>{texts.correction}</strong>
      </p>
      {text.split("\n").map((line) => line && <p>{line}</p>)}
    </aside>
  );
}

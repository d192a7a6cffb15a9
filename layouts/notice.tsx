/**
 * What the editors say of an article itself, in the words of the editor, a paragraph a line: that it
 * was corrected, or withdrawn.
 */
export function Notice({ title, text }: { title: string; text: string }) {
  return (
    <aside class="correction" aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      {text.split("\n").map((line) => line && <p>{line}</p>)}
    </aside>
  );
}

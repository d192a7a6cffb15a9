import type { Catalogue } from "../src/messages/index.ts";
import type { Head } from "../src/pages/page.ts";
import type { Pager as PagerProps } from "../src/pages/sealed.ts";

/** The days that a page of a list spans, if it is sealed, and its head, which names them as well. */
export function spanned(
  { head, title, sealed }: Pick<PagerProps, "sealed"> & { head: Head; title: string },
  texts: Catalogue["page"],
): { head: Head; span: string | undefined } {
  if (!sealed) return { head, span: undefined };
  const span = texts.span(sealed);
  return { head: { ...head, title: `${title} ${span}` }, span };
}

/** The way from a page of a list to the others: back to the newest, and on to older ones. */
export function Pager({ sealed, older, texts }: PagerProps & { texts: Catalogue["page"] }) {
  if (!sealed && older.length === 0) return null;
  return (
    <nav class="pager" aria-label={texts.pagination}>
      {sealed && (
        <p>
          <a href={sealed.newest}>{texts.newestList}</a>
        </p>
      )}
      {older.length > 0 && (
        <>
          <h2>{texts.earlierLists}</h2>
          <ul>
            {older.map(({ href, ...days }) => (
              <li>
                <a href={href}>{texts.span(days)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

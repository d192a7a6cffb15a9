import type { Catalogue } from "../src/messages/index.ts";
import type { Pager as PagerProps } from "../src/pages/sealed.ts";

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

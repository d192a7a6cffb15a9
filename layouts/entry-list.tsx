import type { Catalogue } from "../src/messages/index.ts";
import type { Entry, EntryGroup } from "../src/pages/entries.ts";
import type { DatedAnchor } from "../src/pages/related.ts";

/** The texts of pages in one language. */
export type Texts = Catalogue["page"];

interface EntryListProps {
  groups: readonly EntryGroup[];
  /** The heading level for years. */
  level: 2 | 3;
  texts: Texts;
}

/** Articles as lines, under a heading for each year where there is more than one. */
export function EntryList({ groups, level, texts }: EntryListProps) {
  const Year = `h${level}` as const;
  if (groups.length === 0) return <p class="empty">{texts.emptyList}</p>;
  return (
    <>
      {groups.map(({ year, entries }) => (
        <div class={year ? "group" : undefined}>
          {year && <Year class="year">{texts.year({ year })}</Year>}
          <Entries entries={entries} texts={texts} />
        </div>
      ))}
    </>
  );
}

/** Lines `标题(MM月DD日)`. */
export function Entries({ entries, texts }: { entries: readonly Entry[]; texts: Texts }) {
  return (
    <ul class="entries">
      {entries.map(({ title, href, datetime, month, day }) => (
        <li>
          <a href={href}>{title}</a>
          <time datetime={datetime}>{texts.monthDay({ month, day })}</time>
        </li>
      ))}
    </ul>
  );
}

/** Lines with whole dates, for lists in no order of time. */
export function DatedEntries({ entries }: { entries: readonly DatedAnchor[] }) {
  return (
    <ul class="entries">
      {entries.map(({ title, href, date }) => (
        <li>
          <a href={href}>{title}</a> <time datetime={date.datetime}>{date.text.slice(0, 10)}</time>
        </li>
      ))}
    </ul>
  );
}

/** What is pinned, above a list; nothing where nothing is. Its dates may be of any year. */
export function Pinned({
  entries,
  texts,
}: {
  entries: readonly DatedAnchor[];
  texts: Catalogue["page"];
}) {
  if (entries.length === 0) return null;
  return (
    <section class="pinned" aria-label={texts.pinned}>
      <p class="label">{texts.pinned}</p>
      <DatedEntries entries={entries} />
    </section>
  );
}

import { type Catalogue, catalogue } from "../src/messages/index.ts";
import type { ArchiveProps, ArchiveYear, MonthProps } from "../src/pages/archive.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { EntryList } from "./entry-list.tsx";
import { Links } from "./links.tsx";

/** The index of the archive. */
export function Archive({ title, years, indexes, ...common }: ArchiveProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document {...common} kind="archive">
      <div class="narrow">
        <Breadcrumb frame={common.frame} title={title} texts={texts} />
        <h1>{title}</h1>
        {years.length === 0 && <p class="empty">{texts.emptyList}</p>}
        <Years years={years} level={2} texts={texts} />
        {indexes.length > 0 && (
          <>
            <h2>{texts.indexes}</h2>
            <Links anchors={indexes} />
          </>
        )}
      </div>
    </Document>
  );
}

const calendar = Array.from({ length: 12 }, (_, index) => index + 1);

/** Years, each with its twelve months: those that have articles are links. */
export function Years({
  years,
  level,
  texts,
}: {
  years: readonly ArchiveYear[];
  level: 2 | 3;
  texts: Catalogue["page"];
}) {
  const Heading = `h${level}` as const;
  return (
    <div class="years">
      {years.map(({ year, months }) => (
        <section>
          <Heading>{texts.year({ year })}</Heading>
          <ul class="months">
            {calendar.map((month) => {
              const href = months.find((one) => one.month === month)?.href;
              const text = texts.monthShort({ month });
              return (
                <li>
                  {href ? (
                    <a href={href} aria-label={texts.month({ year, month })}>
                      {text}
                    </a>
                  ) : (
                    <span>{text}</span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The articles of a month. */
export function Month({ year, month, groups, archive, ...common }: MonthProps) {
  const texts = catalogue(common.frame.lang).page;
  const title = texts.month({ year, month });
  return (
    <Document {...common} kind="month">
      <div class="narrow">
        <Breadcrumb
          frame={common.frame}
          path={[{ title: texts.archive, href: archive }]}
          title={title}
          texts={texts}
        />
        <h1>{title}</h1>
        <EntryList groups={groups} level={2} texts={texts} />
      </div>
    </Document>
  );
}

import { catalogue } from "../src/messages/index.ts";
import type { ColumnPart, HomeProps, Lead } from "../src/pages/home.ts";
import { Document } from "./document.tsx";
import { EntryList, Pinned, type Texts } from "./entry-list.tsx";
import { organizationAndSite } from "./organization.ts";
import { PictureElement } from "./picture.tsx";
import { StructuredData } from "./structured-data.tsx";

/** The id of the latest articles on the home page. */
export const latestId = "latest";

/** The home page. */
export function Home({ lead, pinned, latest, notices, columns, ...common }: HomeProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document {...common} kind="home" meta={<StructuredData data={organizationAndSite(common)} />}>
      <div class="wide">
        <h1 class="hidden">{common.frame.siteTitle}</h1>
        <div class="front">
          <div>
            {lead && <LeadStory lead={lead} texts={texts} />}
            {notices.map((part) => (
              <section class="notices">
                <ColumnHead part={part} texts={texts} />
                <EntryList groups={part.groups} level={3} texts={texts} />
              </section>
            ))}
          </div>
          <section class="latest" id={latestId}>
            <h2>{texts.latest}</h2>
            <Pinned entries={pinned} texts={texts} />
            {(latest.length > 0 || pinned.length === 0) && (
              <EntryList groups={latest} level={3} texts={texts} />
            )}
          </section>
        </div>
        <div class="columns">
          {columns.map((part) => (
            <section>
              <ColumnHead part={part} texts={texts} />
              {part.description && <p class="about">{part.description}</p>}
              <EntryList groups={part.groups} level={3} texts={texts} />
            </section>
          ))}
        </div>
      </div>
    </Document>
  );
}

function LeadStory({ lead, texts }: { lead: Lead; texts: Texts }) {
  const { title, href, summary, published, column, picture } = lead;
  return (
    <article class="lead-story" aria-label={texts.lead}>
      {picture && (
        <div class="frame">
          <PictureElement picture={picture} alt="" where="reading" first />
        </div>
      )}
      <h2>
        <a href={href}>{title}</a>
      </h2>
      {summary && <p>{summary}</p>}
      <p class="meta">
        <a href={column.href}>{column.title}</a>{" "}
        <time datetime={published.datetime}>{published.text}</time>
      </p>
    </article>
  );
}

/** The name of a column and the way to all of it. */
function ColumnHead({ part: { title, href }, texts }: { part: ColumnPart; texts: Texts }) {
  return (
    <div class="column-head">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <a class="more" href={href} aria-label={texts.moreOf({ title })}>
        {texts.more}
      </a>
    </div>
  );
}

import { catalogue } from "../src/messages/index.ts";
import type { HomeProps } from "../src/pages/home.ts";
import { Document } from "./document.tsx";
import { EntryList, Pinned } from "./entry-list.tsx";
import { organizationAndSite } from "./organization.ts";
import { StructuredData } from "./structured-data.tsx";

/** The id of the latest articles on the home page. */
export const latestId = "latest";

/** The home page. */
export function Home({ pinned, latest, columns, ...common }: HomeProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document {...common} kind="home" meta={<StructuredData data={organizationAndSite(common)} />}>
      <div class="wide">
        <h1 class="hidden">{common.frame.siteTitle}</h1>
        <section class="latest" id={latestId}>
          <h2>{texts.latest}</h2>
          <Pinned entries={pinned} texts={texts} />
          {(latest.length > 0 || pinned.length === 0) && (
            <EntryList groups={latest} level={3} texts={texts} />
          )}
        </section>
        <div class="columns">
          {columns.map(({ title, href, groups }) => (
            <section>
              <h2>
                <a href={href}>{title}</a>
              </h2>
              <EntryList groups={groups} level={3} texts={texts} />
              <p class="more">
                <a href={href} aria-label={texts.moreOf({ title })}>
                  {texts.more}
                </a>
              </p>
            </section>
          ))}
        </div>
      </div>
    </Document>
  );
}

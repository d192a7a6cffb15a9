import { catalogue } from "../src/messages/index.ts";
import type { SiteMapProps } from "../src/pages/site-map.ts";
import { Years } from "./archive.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { Links } from "./links.tsx";

/** The site map for people. */
export function SiteMap({ title, columns, pages, years, ...common }: SiteMapProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document {...common} kind="site-map">
      <div class="narrow">
        <Breadcrumb frame={common.frame} title={title} texts={texts} />
        <h1>{title}</h1>
        <h2>{texts.columns}</h2>
        <Links anchors={columns} />
        <h2>{texts.pages}</h2>
        <Links anchors={pages} />
        {years.length > 0 && (
          <>
            <h2>{texts.archive}</h2>
            <Years years={years} level={3} texts={texts} />
          </>
        )}
      </div>
    </Document>
  );
}

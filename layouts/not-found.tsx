import { catalogue } from "../src/messages/index.ts";
import type { NotFoundProps } from "../src/pages/not-found.ts";
import { Document } from "./document.tsx";
import { Links } from "./links.tsx";

/** What a visitor sees at an address that has nothing. */
export function NotFound({ archive, columns, ...common }: NotFoundProps) {
  const { frame } = common;
  const texts = catalogue(frame.lang).page;
  const ways = [
    { title: texts.toHome, href: frame.homeHref },
    { title: texts.toArchive, href: archive },
  ];
  return (
    <Document {...common} kind="not-found" unlisted>
      <div class="narrow">
        <h1>{texts.notFound}</h1>
        <p>{texts.notFoundText}</p>
        <p>{texts.notFoundWays}</p>
        <Links anchors={ways} />
        <h2>{texts.columns}</h2>
        <Links anchors={columns} />
      </div>
    </Document>
  );
}

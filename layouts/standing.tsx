import { catalogue } from "../src/messages/index.ts";
import type { StandingProps } from "../src/pages/standing.ts";
import { KeptBody } from "./body.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";

/** A standing page: about, contact. */
export function Standing({ title, body, media, updated, ...common }: StandingProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document {...common} kind="standing">
      <div class="narrow">
        <Breadcrumb frame={common.frame} title={title} texts={texts} />
        <article>
          <header>
            <h1>{title}</h1>
            {updated && (
              <p class="byline">
                <span>
                  {texts.updated}
                  <time datetime={updated.datetime}>{updated.text}</time>
                </span>
              </p>
            )}
          </header>
          <KeptBody name={body} media={media} texts={texts} />
        </article>
      </div>
    </Document>
  );
}

import { catalogue } from "../src/messages/index.ts";
import type { WithdrawnProps } from "../src/pages/withdrawn.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { Notice } from "./notice.tsx";

/** What is left of an article that was withdrawn: its title, its date and why it was. */
export function Withdrawn({ title, published, reason, column, ...common }: WithdrawnProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document {...common} kind="withdrawn" unlisted>
      <div class="narrow">
        <Breadcrumb frame={common.frame} path={[column]} title={title} texts={texts} />
        <article>
          <header>
            <h1>{title}</h1>
            <p class="byline">
              <span>
                {texts.published}
                <time datetime={published.datetime}>{published.text}</time>
              </span>
            </p>
          </header>
          <Notice title={texts.withdrawn} text={reason} />
        </article>
      </div>
    </Document>
  );
}

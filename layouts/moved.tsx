import { catalogue } from "../src/messages/index.ts";
import type { MovedProps } from "../src/pages/moved.ts";
import { Document } from "./document.tsx";

/** What stands at a former address: it leads on by itself, and by a link for who stays. */
export function Moved({ to, ...common }: MovedProps) {
  const texts = catalogue(common.frame.lang).page;
  return (
    <Document
      {...common}
      kind="moved"
      meta={<meta http-equiv="refresh" content={`0; url=${to.href}`} />}
    >
      <div class="narrow">
        <h1>{texts.moved}</h1>
        <p>
          {texts.movedTo}
          <a href={to.href}>{to.title}</a>
        </p>
      </div>
    </Document>
  );
}

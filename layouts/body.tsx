import { createContext } from "preact";
import type { Catalogue } from "../src/messages/index.ts";
import type { Medium } from "../src/pages/media.ts";
import type { Bodies } from "../src/site/bodies.ts";
import { withMedia } from "./media.ts";

/** What renders needs of where bodies are kept. */
export type KeptBodies = Pick<Bodies, "get">;

/** Where the bodies of the page that is being rendered are kept. */
export const BodiesContext = createContext<KeptBodies>({
  get: () => {
    throw new Error("nobody keeps bodies here");
  },
});

interface KeptBodyProps {
  /** The name under which it is kept. */
  name: string;
  /** The files that it shows or links to. */
  media: readonly Medium[];
  texts: Catalogue["page"];
}

/** The rendered body of an article or standing page. */
export function KeptBody({ name, media, texts }: KeptBodyProps) {
  return (
    <BodiesContext.Consumer>
      {(bodies) => <Body html={withMedia(bodies.get(name), media, texts)} />}
    </BodiesContext.Consumer>
  );
}

/** A rendered body: the one place where HTML enters a page. */
export function Body({ html }: { html: string }) {
  return <div class="body" dangerouslySetInnerHTML={{ __html: html }} />;
}

import { createContext } from "preact";
import type { Bodies } from "../src/site/bodies.ts";

/** What renders needs of where bodies are kept. */
export type KeptBodies = Pick<Bodies, "get">;

/** Where the bodies of the page that is being rendered are kept. */
export const BodiesContext = createContext<KeptBodies>({
  get: () => {
    throw new Error("nobody keeps bodies here");
  },
});

/** The rendered body of an article or standing page, by the name under which it is kept. */
export function KeptBody({ name }: { name: string }) {
  return (
    <BodiesContext.Consumer>{(bodies) => <Body html={bodies.get(name)} />}</BodiesContext.Consumer>
  );
}

/** A rendered body: the one place where HTML enters a page. */
export function Body({ html }: { html: string }) {
  return <div class="body" dangerouslySetInnerHTML={{ __html: html }} />;
}

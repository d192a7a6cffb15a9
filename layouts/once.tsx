import type { FunctionComponent } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";

/** What is kept behind the names and values of props, one after the other. */
interface Kept {
  html?: string;
  readonly objects: WeakMap<object, Kept>;
  readonly others: Map<unknown, Kept>;
}

/**
 * Makes a component that is rendered once for the same props, and then put into pages as text: much
 * of a page is the same on all of them. Props that are objects are the same if they are one object,
 * so this is for what many pages share, such as the frame; what is kept goes with them. The component
 * must take all that it shows from its props: there is no context in it.
 */
export function once<P extends object>(Component: FunctionComponent<P>): FunctionComponent<P> {
  const root = nothing();
  return (props) => {
    let kept = root;
    for (const [name, value] of Object.entries(props)) kept = behind(behind(kept, name), value);
    kept.html ??= renderToString(<Component {...props} />);
    // What a JSX transform of Deno makes of elements that are always the same: text, not to be escaped.
    return jsxTemplate([kept.html]);
  };
}

function nothing(): Kept {
  return { objects: new WeakMap(), others: new Map() };
}

function behind({ objects, others }: Kept, value: unknown): Kept {
  const isObject = typeof value === "object" && value !== null;
  const known = isObject ? objects.get(value) : others.get(value);
  if (known) return known;
  const kept = nothing();
  if (isObject) objects.set(value, kept);
  else others.set(value, kept);
  return kept;
}

import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { once } from "./once.tsx";

interface ShownProps {
  frame: { name: string };
  first?: string | undefined;
  second?: string | undefined;
}

/** A component, the same rendered once, and how often that was rendered. */
function counted() {
  let count = 0;
  const Shown = ({ frame, first, second }: ShownProps) => (
    <>
      <p title={first}>{frame.name}</p>
      {second && <b>{second}</b>} text
    </>
  );
  const Once = once((props: ShownProps) => {
    count += 1;
    return Shown(props);
  });
  return { Shown, Once, count: () => count };
}

test("a component is rendered once for the same props, and looks as it did", () => {
  const { Shown, Once, count } = counted();
  const props: ShownProps = { frame: { name: '<"&">' }, first: '"', second: "&" };
  const around = (shown: preact.JSX.Element) => renderToString(<div>a{shown}b</div>);
  const expected = around(<Shown {...props} />);
  expect(expected).toContain("<b>&amp;</b>");
  expect(around(<Once {...props} />)).toBe(expected);
  expect(around(<Once {...props} />)).toBe(expected);
  expect(count()).toBe(1);
});

test("other props are never taken for those", () => {
  const { Shown, Once } = counted();
  const frame = { name: "a" };
  const cases: ShownProps[] = [
    { frame },
    { frame, first: "a" },
    { frame, second: "a" },
    { frame, first: "a", second: undefined },
    { frame, first: undefined, second: "a" },
    { frame: { name: "b" }, first: "a" },
  ];
  for (let time = 0; time < 2; time += 1) {
    for (const props of cases) {
      expect(renderToString(<Once {...props} />)).toBe(renderToString(<Shown {...props} />));
    }
  }
});

test("an object that looks the same is another one", () => {
  const { Once, count } = counted();
  renderToString(<Once frame={{ name: "a" }} />);
  renderToString(<Once frame={{ name: "a" }} />);
  expect(count()).toBe(2);
});

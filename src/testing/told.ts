import { createMarkdown } from "../markdown/render.ts";
import { catalogue } from "../messages/index.ts";

const render = createMarkdown(catalogue("zh-Hans").page);

/** What is reported of a body that starts at line 5: line, code and parameters of each problem. */
export function told(source: string): string[] {
  const codes: string[] = [];
  render(source, { file: "news/2017/a.md", line: 5 }, ({ line, code, params }) =>
    codes.push(`${line} ${code} ${Object.values(params)}`),
  );
  return codes;
}

import { catalogue, type Language } from "../src/messages/index.ts";
import { explain, type Problem } from "../src/problems/problem.ts";
import { pathOf } from "../src/problems/report.ts";

export interface ProblemsProps {
  language: Language;
  problems: readonly Problem[];
  /** The content folder as the editor calls it. */
  folder: string;
  stylesheet: string;
}

/** What the dev server shows instead of a page while there is something to mend. Never published. */
export function Problems({ language, problems, folder, stylesheet }: ProblemsProps) {
  const texts = catalogue(language);
  const { dev, hintLabel, levels } = texts.commands;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{dev.pageTitle}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class="problems">
        <main>
          <div class="narrow">
            <h1>{dev.pageTitle}</h1>
            <p class="lead">{dev.pageIntro}</p>
            <ol>
              {problems.map((found) => {
                const { message, hint, lines } = explain(found, texts);
                return (
                  <li>
                    <p>
                      <code>{`${pathOf(found, folder)}:${found.line}:${found.column}`}</code>
                    </p>
                    <p>
                      <strong>{`${levels[found.level]} ${message}`}</strong>
                    </p>
                    <p>{`${hintLabel}${hint}`}</p>
                    {lines && <pre>{lines.join("\n")}</pre>}
                  </li>
                );
              })}
            </ol>
          </div>
        </main>
      </body>
    </html>
  );
}

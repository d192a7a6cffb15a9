import { sectionOf } from "../../site/addresses.ts";
import type { Planned } from "../outputs.ts";
import type { PlannedSite, Told } from "../planned-site.ts";

/** The files of a section. */
interface Section {
  /** The fingerprint of each, by its path. */
  readonly files: Map<string, string>;
  /** What was told of the section when all of its files were found to be here, and no others. */
  told?: Told | undefined;
}

/** The files in the served folder, and which of them are as they should be. */
export class Served {
  readonly #sections = new Map<string, Section>();

  set(path: string, fingerprint: string): void {
    const name = sectionOf(path);
    const section: Section = this.#sections.get(name) ?? { files: new Map() };
    section.told = undefined;
    section.files.set(path, fingerprint);
    this.#sections.set(name, section);
  }

  delete(path: string): void {
    const section = this.#sections.get(sectionOf(path));
    if (!section) return;
    section.told = undefined;
    section.files.delete(path);
  }

  /** The files of a site that are not here as they should be. */
  lackingOf(planned: PlannedSite): [path: string, plan: Planned][] {
    const lacking: [string, Planned][] = [];
    for (const name of planned.sections) {
      const section = this.#sections.get(name);
      if (section?.told && planned.isUnchanged(name, section.told)) continue;
      const files = planned.filesIn(name);
      const stale = Array.from(files).filter(
        ([path, { fingerprint }]) => section?.files.get(path) !== fingerprint,
      );
      lacking.push(...stale);
      if (!section) continue;
      const isWhole = stale.length === 0 && section.files.size === files.size;
      section.told = isWhole ? planned.told(name, files.size) : undefined;
    }
    return lacking;
  }

  /** The files here that are none of a site. */
  goneFrom(planned: PlannedSite): string[] {
    return Array.from(this.#sections).flatMap(([name, { files, told }]) => {
      if (told && planned.isUnchanged(name, told)) return [];
      const wanted = planned.filesIn(name);
      return [...files.keys()].filter((path) => !wanted.has(path));
    });
  }
}

import { sectionOf } from "../../site/addresses.ts";
import type { Planned } from "../outputs.ts";
import type { PlannedSite, Told } from "../planned-site.ts";

/** The files of a section that are here. */
interface Section {
  /** The fingerprint of each, by its path. */
  readonly files: Map<string, string>;
  goal?: Goal;
}

/** What a section is to be. */
interface Goal {
  /** What is told of it. */
  readonly told: Told | undefined;
  /** How many files it has. */
  readonly count: number;
  /** The fingerprints of those that are not here as they should be. */
  readonly lacking: Map<string, string>;
}

/** The files in the served folder, and which of them are as they should be. */
export class Served {
  readonly #sections = new Map<string, Section>();

  #at(name: string): Section {
    let section = this.#sections.get(name);
    if (!section) {
      section = { files: new Map() };
      this.#sections.set(name, section);
    }
    return section;
  }

  /** A file is here now. */
  set(path: string, fingerprint: string): void {
    const { files, goal } = this.#at(sectionOf(path));
    files.set(path, fingerprint);
    if (goal?.lacking.get(path) === fingerprint) goal.lacking.delete(path);
  }

  /** A file that is none of the site is gone. */
  delete(path: string): void {
    this.#at(sectionOf(path)).files.delete(path);
  }

  /** The files of a site that are not here as they should be. What stands in their place counts no more. */
  lackingOf(planned: PlannedSite): [path: string, plan: Planned][] {
    const lacking: [string, Planned][] = [];
    for (const name of planned.sections) {
      const section = this.#at(name);
      if (isWhole(section) && isUnchanged(planned, name, section)) continue;
      const files = planned.filesIn(name);
      const told = planned.told(name, files.size);
      section.goal = { told, count: files.size, lacking: new Map() };
      for (const one of files) {
        const [path, { fingerprint }] = one;
        if (section.files.get(path) === fingerprint) continue;
        section.files.delete(path);
        section.goal.lacking.set(path, fingerprint);
        lacking.push(one);
      }
    }
    return lacking;
  }

  /** The files here that are none of a site. */
  goneFrom(planned: PlannedSite): string[] {
    return Array.from(this.#sections).flatMap(([name, section]) => {
      if (isWhole(section) && isUnchanged(planned, name, section)) return [];
      const wanted = planned.filesIn(name);
      return [...section.files.keys()].filter((path) => !wanted.has(path));
    });
  }
}

/** Has a section all files that it was to have, and no others? */
function isWhole({ files, goal }: Section): boolean {
  return goal?.lacking.size === 0 && files.size === goal.count;
}

function isUnchanged(planned: PlannedSite, name: string, { goal }: Section): boolean {
  return goal?.told !== undefined && planned.isUnchanged(name, goal.told);
}

import { pinyin } from "pinyin-pro";

const longest = 60;

/**
 * A title as a file name: pinyin without tones (ü is v) in lower case, syllables, Latin words and
 * numbers joined by hyphens, at most 60 ASCII characters, cut between words. Empty where the title
 * has none of these.
 */
export function pinyinName(title: string): string {
  // Beside Han characters, words keep their letters, without accents.
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC");
  const syllables = pinyin(plain, {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
  });
  const words = syllables.flatMap((syllable) => syllable.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  let name = (words[0] ?? "").slice(0, longest);
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > longest) break;
    name += `-${word}`;
  }
  return name;
}

/** The path of an article in the content folder; `date` is as the front matter has it. */
export function articlePath(column: string, date: string, title: string): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  const name = [`${month}${day}`, pinyinName(title)].filter(Boolean).join("-");
  return `${column}/${year}/${name}.md`;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { realSpace, spaced } from "./words.ts";

test.each([
  ["", ""],
  ["兴县", "兴 县"],
  ["理事长欧阳晓明说的，记“兴县”。", "理 事 长 欧 阳 晓 明 说 的， 记“ 兴 县”。"],
  ["在 GitHub 上", "在␣ GitHub␣ 上"],
  ["HTML5技术foo_bar", "HTML5 技 术 foo_bar"],
  ["2017-07-07 10:34", "2017- 07- 07␣ 10: 34"],
  ["Tom & Jerry", "Tom␣&␣ Jerry"],
  ["𠀀字〇々", "𠀀 字 〇 々"],
  ["一段\n二段", "一 段 ␣ 二 段"],
  ["  a  \t b ", "a␣ b"],
  ["《红楼梦》", "《 红 楼 梦》"],
  ["Élysée é", "Élysée␣ é"],
])("%j is indexed as %j", (text, words) => {
  expect(spaced(text)).toBe(words);
});

test("without the spaces it is what it was", () => {
  const texts = fc.string({ unit: fc.constantFrom(..."甲乙，“”ab1 -𠀀.") });
  fc.assert(
    fc.property(texts, (text) => {
      const back = spaced(text).replaceAll(" ", "").replaceAll(realSpace, " ");
      expect(back).toBe(text.trim().replace(/ +/g, " "));
    }),
  );
});

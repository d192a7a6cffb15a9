import { expect, test } from "vitest";
import { articlePath, pinyinName } from "./name.ts";

test.each([
  ["河东“三件事” 修渠引水", "he-dong-san-jian-shi-xiu-qu-yin-shui"],
  ["吕梁女儿", "lv-liang-nv-er"],
  ["银行行长在重庆", "yin-hang-hang-zhang-zai-chong-qing"],
  ["2018年工作回顾(二)", "2018-nian-gong-zuo-hui-gu-er"],
  ["Windows10升级、Café与ＡＢＣ", "windows10-sheng-ji-cafe-yu-abc"],
  ["——……！", ""],
  ["𠮷𠮷", ""],
])("%s is named %s", (title, name) => {
  expect(pinyinName(title)).toBe(name);
});

test("a long title is cut between words, to at most 60 characters", () => {
  const long = pinyinName("水".repeat(100));
  expect(long).toBe(Array(12).fill("shui").join("-"));
  expect(pinyinName(`${"水".repeat(11)}转水`)).toHaveLength(60);
  expect(pinyinName(`${"水".repeat(11)}装水`)).toBe(Array(11).fill("shui").join("-"));
  expect(pinyinName("x".repeat(100))).toBe("x".repeat(60));
});

test("the path has the column, the year and the day", () => {
  expect(articlePath("news", "2017-07-07 10:34", "修渠")).toBe("news/2017/0707-xiu-qu.md");
  expect(articlePath("news", "2017-07-07", "……")).toBe("news/2017/0707.md");
});

import { expect, test } from "vitest";
import { wrongPhone } from "./phone.ts";

test.each([
  "010-63395639",
  "63395661",
  "12345",
  "办公室 0351-1234567 转 800",
  "+86 10 8000 0000",
  "400-000-0001",
  "80000000",
  "010-00000001",
  "（010）63395639",
])("%s can be dialled", (phone) => {
  expect(wrongPhone(phone)).toBeUndefined();
});

test.each([
  ["无", { cause: "none" }],
  ["【暂无】", { cause: "none" }],
  ["010-00000000", { cause: "sample" }],
  ["办公室 0351-0000000", { cause: "sample" }],
  ["00000000", { cause: "sample" }],
  ["000", { cause: "sample" }],
  ["【010-00000000】", { cause: "sample" }],
  ["【010-88886666】", { cause: "bracket", right: "[010-88886666]" }],
  ["［010-88886666、88886667］", { cause: "bracket", right: "[010-88886666, 88886667]" }],
])("%s can't: %o", (phone, wrong) => {
  expect(wrongPhone(phone)).toEqual(wrong);
});

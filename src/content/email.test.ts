import { describe, expect, test } from "vitest";
import { wrongEmail } from "./email.ts";

test.each(["office@example.org", "王五@例子.中国", "a.b+c@mail.example.org", "a?b&c@example.org"])(
  "%s is an address",
  (written) => {
    expect(wrongEmail(written)).toBeUndefined();
  },
);

describe("what is wrong, and the address put right", () => {
  const right = "office@example.org";
  test.each([
    ["office.example.org", { cause: "at" }],
    ["office＠example.org", { cause: "at", right }],
    ["office#example.org", { cause: "at", right }],
    ["office(at)example.org", { cause: "at", right }],
    ["a@example.org,b@example.org", { cause: "at" }],
    ["office @example.org", { cause: "space", right }],
    ["@example.org", { cause: "name" }],
    ["office@", { cause: "domain" }],
    ["office@example", { cause: "domain" }],
    ["office@example.org。", { cause: "domain", right }],
    ["office@example．org", { cause: "domain", right }],
    ["邮箱：office@example.org", { cause: "other" }],
    ["无", { cause: "at" }],
  ])("%s", (written, wrong) => {
    expect(wrongEmail(written)).toEqual(wrong);
  });
});

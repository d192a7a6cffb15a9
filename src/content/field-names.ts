import type { z } from "zod";
import { innerObject } from "./schema.ts";

/** What editors write who think of the field by its Chinese name. */
export const chineseNames: Record<string, string> = {
  标题: "title",
  题目: "title",
  日期: "date",
  时间: "date",
  发布日期: "date",
  发布时间: "date",
  来源: "source",
  出处: "source",
  作者: "author",
  编辑: "editor",
  本站编辑: "editor",
  责任编辑: "editor",
  摘要: "summary",
  简介: "summary",
  标签: "tags",
  关键词: "tags",
  图片: "image",
  更新日期: "updated",
  置顶: "pinned",
  草稿: "draft",
  到期: "expires",
  旧地址: "aliases",
  更正: "correction",
};

/** The names of all fields of a schema, also of those inside others. */
export function fieldNames(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner = innerObject(field);
    return inner ? [name, ...fieldNames(inner)] : [name];
  });
}

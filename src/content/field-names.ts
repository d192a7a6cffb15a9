import * as z from "zod";
import { defaultTimeZone } from "./date.ts";
import { once } from "./once.ts";
import { articleFields, innerObject, siteFields } from "./schema.ts";

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
  撤稿: "withdrawn",
};

/** The names of all fields of a schema, also of those inside others. */
export function fieldNames(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner = innerObject(field);
    return inner ? [name, ...fieldNames(inner)] : [name];
  });
}

/** What a field holds: a list or not, and the fields inside it, if there are any. */
export interface FieldShape {
  list: boolean;
  names: readonly string[];
}

/** The fields of articles and of site.yaml that hold more than a text, by their names. */
export const fieldShapes: () => ReadonlyMap<string, FieldShape> = once(
  () => new Map([articleFields(defaultTimeZone).schema(), siteFields.schema()].flatMap(shapesOf)),
);

function shapesOf(schema: z.ZodObject): [string, FieldShape][] {
  return Object.entries(schema.shape).flatMap(([name, field]): [string, FieldShape][] => {
    const inner = innerObject(field);
    const names = Object.keys(inner?.shape ?? {});
    const list = isList(field);
    const own: [string, FieldShape][] = list || inner ? [[name, { list, names }]] : [];
    return inner ? [...own, ...shapesOf(inner)] : own;
  });
}

function isList(field: z.ZodType): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) {
    return isList(field.unwrap() as z.ZodType);
  }
  return field instanceof z.ZodPipe ? isList(field.out as z.ZodType) : field instanceof z.ZodArray;
}

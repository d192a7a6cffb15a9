/** JSON with these characters written as escapes, of which the pattern must find each (`/…/g`): the same data. */
export function escapeJson(json: string, characters: RegExp): string {
  return json.replace(characters, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

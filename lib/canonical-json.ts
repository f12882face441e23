/**
 * The one text of a JSON value that both ends of a signature agree on: keys sorted at every level, no white space,
 * everything but printable ASCII escaped. Python prints the same with
 * `json.dumps(value, sort_keys=True, separators=(",", ":"))`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return escaped(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  fields.sort(([one], [other]) => byCodePoint(one, other));
  return `{${fields.map(([key, inner]) => `${escaped(key)}:${canonicalJson(inner)}`).join(",")}}`;
}

const escaped = (text: string): string =>
  JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** JavaScript compares UTF-16 units, which puts what lies beyond the first plane too early. */
function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  for (const [place, character] of left.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (right[place]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/**
 * JSON that carries `bigint` and `Date`: the form of our own GET routes and stored results. A value that JSON
 * cannot hold becomes an object with one reserved key.
 */
const BIGINT = "$bigint";
const DATE = "$date";

export function encodeJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, item) {
    const original = this[key]; // `toJSON` has already turned a Date into text by the time `item` arrives
    if (original instanceof Date) return { [DATE]: original.toISOString() };
    if (typeof item === "bigint") return { [BIGINT]: item.toString() };
    return item;
  });
}

export function decodeJson(text: string): unknown {
  return JSON.parse(text, (_, item) => {
    if (item === null || typeof item !== "object") return item;
    const keys = Object.keys(item);
    if (keys.length !== 1) return item;
    if (keys[0] === BIGINT) return BigInt(item[BIGINT]);
    if (keys[0] === DATE) return new Date(item[DATE]);
    return item;
  });
}

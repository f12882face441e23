/** AMP may quote the request that it refuses, and whoever knows a blinder knows who holds how much. */
const BLINDER_KEY = /blind(er|s$)/i;
const BLINDER = /^[0-9a-f]{64}$/i;

/** An error body of AMP without the blinders of the request that it answers. Before it is clipped: half a blinder is not found. */
export function withoutBlinders(text: string, requestBody: unknown): string {
  let clean = text;
  for (const blinder of blindersOf(requestBody)) clean = clean.replace(new RegExp(blinder, "gi"), "…");
  return clean;
}

/** Every 64-digit hex string under a key that names blinders, at whatever depth, each once. */
function blindersOf(value: unknown, isUnderKey = false, found = new Set<string>()): Set<string> {
  if (typeof value === "string") {
    if (isUnderKey && BLINDER.test(value)) found.add(value);
  } else if (value instanceof Object) {
    for (const [key, part] of Object.entries(value)) {
      blindersOf(part, isUnderKey || BLINDER_KEY.test(key), found);
    }
  }
  return found;
}

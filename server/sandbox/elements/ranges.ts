import { RpcError } from "./port";

/** More keys at once would hold up every other writer. */
const LONGEST = 10_000;

/** The range of a descriptor: its last index, or the first and the last. @throws RpcError -8 */
export function readRange(given: unknown): [first: number, last: number] {
  const [first, last] = Array.isArray(given) && given.length === 2 ? given : [0, given];
  if (typeof first !== "number" || typeof last !== "number" || !Number.isInteger(first + last)) {
    throw new RpcError(-8, "Range must be specified as end or as [begin,end]");
  }
  if (first < 0) throw new RpcError(-8, "Range should be greater or equal than 0");
  if (last < first) throw new RpcError(-8, "Range specified as [begin,end] must not have begin after end");
  if (last >= 0x8000_0000) throw new RpcError(-8, "End of range is too high");
  if (last - first >= LONGEST) throw new RpcError(-8, "Range is too large");
  return [first, last];
}

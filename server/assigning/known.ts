import type { Assignment } from "@/lib/contracts/amp/assignments";
import { type Batch, likeAny } from "@/lib/domain/assignment-batch";
import type { Carrier } from "./carrier";

/**
 * An asset has as many distributed assignments as it has had payments. They are read again this often: sooner none comes
 * about that was not seen as an open one, since an order needs two blocks.
 */
const WHOLE_LIST_MS = 60_000;
const MOST_BATCHES = 50;

interface Seen {
  /** When the whole list was read, by `performance.now()`. */
  readAt: number;
  found: Map<number, Assignment>;
}
/** A help for the parts of a batch that follow each other here; whoever has none reads the whole list. */
const seenOf = new Map<string, Seen>();

/**
 * What AMP has that could be taken for an assignment of the batch, or had a moment ago. What was asked without an answer is
 * looked for in the whole list, between other parts the open ones are read alone.
 * AMP: GET /assets/{a}/assignments, also with `distributed=false`
 */
export async function knownAssignments(carrier: Carrier): Promise<Assignment[]> {
  const { batch } = carrier;
  const before = seenOf.get(batch.id);
  const isLost = batch.rows.some(({ state }) => state === "sending");
  const startsAnew = isLost || !before || performance.now() - before.readAt > WHOLE_LIST_MS;
  const seen = startsAnew ? { readAt: performance.now(), found: new Map() } : before;
  for (const found of await readLike(carrier, startsAnew ? {} : { distributed: false })) {
    seen.found.set(found.id, found);
  }
  keep(batch, seen);
  return [...seen.found.values()];
}

async function readLike({ amp, batch }: Carrier, query: { distributed?: boolean }): Promise<Assignment[]> {
  const isLike = likeAny(batch.rows);
  const found: Assignment[] = [];
  for await (const rows of amp.rows("listAssignments", { path: { assetUuid: batch.assetUuid }, query })) {
    found.push(...rows.filter(isLike));
  }
  return found;
}

function keep({ id }: Batch, seen: Seen): void {
  seenOf.delete(id);
  seenOf.set(id, seen);
  const [oldest] = seenOf.keys();
  if (seenOf.size > MOST_BATCHES && oldest) seenOf.delete(oldest);
}

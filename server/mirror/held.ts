import type { Copy, CopyId } from "./copies-store";
import { currentHeld, type Held, heldNameOf } from "./held-context";
import { type Hold, storeHold } from "./holds-store";

/** Longer than a download takes on a slow line. Whoever stopped reading keeps the rows no longer than that. */
const HELD_MS = 60 * 60_000;

/** The copies of a reading in portions, and what keeps their rows. */
export interface HeldCopies extends Held<Copy> {
  holds: Hold[];
}

/** Within a reading in portions, the copy it began with; elsewhere what `find` finds. */
export function heldOr(id: CopyId, find: () => Promise<Copy>): Promise<Copy> {
  const held = currentHeld() as HeldCopies | undefined;
  if (!held) return find();
  const name = heldNameOf(id);
  const known = held.copies.get(name);
  if (known) return known;
  const copy = hold(held, name, find);
  held.copies.set(name, copy);
  copy.catch(() => held.copies.delete(name));
  return copy;
}

async function hold(held: HeldCopies, name: string, find: () => Promise<Copy>): Promise<Copy> {
  for (;;) {
    const copy = await find();
    const kept = await storeHold(copy, HELD_MS);
    if (!kept) continue; // another one took its place in this moment
    held.holds.push(kept);
    held.generations.set(name, copy.generation);
    return copy;
  }
}

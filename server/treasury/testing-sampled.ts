/**
 * Every so-manieth of all, each time the same ones, and one at least: a short list is not left out.
 * @param offset other lists of the same kind take other places by it
 */
export function sampled<T>(all: readonly T[], every: number, offset: number): T[] {
  if (all.length === 0) throw new Error("There is nothing to take from.");
  const chosen = all.filter((_, place) => (place + offset) % every === 0);
  const instead = offset % all.length;
  return chosen.length > 0 ? chosen : all.slice(instead, instead + 1);
}

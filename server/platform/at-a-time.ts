/** Questions to AMP side by side. */
const AT_A_TIME = 8;

/**
 * Works on all items, a few at a time.
 * @throws what the first one that fails throws; the others go on
 */
export async function atATime<Item>(
  items: Item[],
  work: (item: Item) => Promise<void>,
  lanes = AT_A_TIME,
): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

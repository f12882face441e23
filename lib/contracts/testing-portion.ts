import type { Portion } from "./portion";

/** Every row of a list, as a person gets them who asks for more until there are none. */
export async function allBehind<T>(
  first: Portion<T>,
  read: (after: number) => Promise<Portion<T>>,
): Promise<T[]> {
  const rows = [...first.rows];
  for (let { next } = first; next !== null; ) {
    const more = await read(next);
    rows.push(...more.rows);
    next = more.next;
  }
  return rows;
}

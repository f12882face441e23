import type { CopiedList } from "@/lib/domain/counted";
import { readCopyAgainAction } from "@/server/actions/copies";

/** Has AMP asked for the lists that name a page's rows, before the page is read again by hand. Loaded by whoever presses. */
export async function copiesAgain(...lists: CopiedList[]): Promise<void> {
  for (const list of lists) await readCopyAgainAction(list);
}

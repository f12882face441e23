import type { CopiedList } from "@/lib/domain/counted";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";
import { readCopyAgainAction } from "@/server/actions/copies";

/**
 * Has AMP asked for the lists that name a page's rows, before the page is read again by hand; says once why that did not
 * work. Loaded by whoever presses.
 */
export async function copiesAgain(...lists: CopiedList[]): Promise<void> {
  const failures: string[] = [];
  for (const list of lists) {
    const result = await readCopyAgainAction(list);
    if (!result.ok) failures.push(result.error.message);
  }
  const [description] = failures;
  if (description !== undefined) notify({ tone: "danger", title: uiText.notReadAgain, description });
}

import type { Result } from "@/lib/errors";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";
import { askAction } from "./get-json";

/**
 * Has AMP asked anew for what a page rests on, before the page itself is read again; says why that did not work. Never
 * throws: the page, and what is typed on it, stay.
 * @returns whether it did
 */
export async function askAnew(ask: () => Promise<Result<unknown>>): Promise<boolean> {
  const result = await askAction(ask);
  if (!result.ok) notify({ tone: "danger", title: uiText.notReadAgain, description: result.error.message });
  return result.ok;
}

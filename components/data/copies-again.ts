import type { Freshness } from "@/lib/contracts/list";
import type { CopiedList } from "@/lib/domain/counted";
import { readCopyAgainAction } from "@/server/actions/copies";
import { askAnew } from "./ask-anew";

/**
 * Has AMP asked anew for the desk's copy of one list. What was read of AMP itself needs no question of its own.
 * @returns false when that did not work, which is said then
 */
export const copyAgain = async ({ source }: Freshness, list: CopiedList): Promise<boolean> =>
  source !== "mirror" || askAnew(() => readCopyAgainAction(list));

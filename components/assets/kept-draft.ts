import type { IssueDraft } from "@/lib/domain/issue-draft";
import { randomId } from "@/lib/random-id";

const EMPTY_DRAFT: IssueDraft = {
  transferRestricted: true,
  name: "",
  ticker: "",
  domain: "",
  pubkey: "",
  precision: 0,
  amount: "",
  amountIn: "shown",
  isReissuable: true,
  reissuanceAmount: "1",
  isConfidential: false,
  destinationAddress: "",
  reissuanceAddress: "",
};

/** A draft with the id under which it is carried out once. */
export interface KeptDraft {
  intentId: string;
  draft: IssueDraft;
}

type Shelf = Pick<Storage, "getItem" | "setItem">;

/**
 * The draft of this tab. Its id is stored with it at once: a reload finds the same one, and a duplicated tab, which
 * copies the storage, carries it too.
 */
export function openDraft(shelf: Shelf, key: string): KeptDraft {
  const { intentId, draft } = readKept(shelf, key);
  const opened = { intentId: intentId ?? randomId(), draft: { ...EMPTY_DRAFT, ...draft } };
  keepDraft(shelf, key, opened);
  return opened;
}

export function keepDraft(shelf: Shelf, key: string, kept: KeptDraft): void {
  shelf.setItem(key, JSON.stringify(kept));
}

/** An empty draft under a new id. */
export const newDraft = (): KeptDraft => ({ intentId: randomId(), draft: EMPTY_DRAFT });

function readKept(shelf: Shelf, key: string): { intentId?: string; draft?: Partial<IssueDraft> } {
  try {
    return JSON.parse(shelf.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

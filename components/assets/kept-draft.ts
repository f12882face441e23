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
  /** The last key that the treasury's node gave, and the address it belongs to. */
  nodeKey?: NodeKey | undefined;
}

interface NodeKey {
  pubkey: string;
  destinationAddress: string;
}

export interface GivenAddresses extends NodeKey {
  reissuanceAddress: string;
}

/** Addresses of the node with the key of the first. A key that a person has entered stays: it is fixed once issued. */
export function withAddresses(kept: KeptDraft, { pubkey, ...addresses }: GivenAddresses): KeptDraft {
  const { draft, nodeKey } = kept;
  const isEntered = draft.pubkey !== "" && draft.pubkey !== nodeKey?.pubkey;
  const key = isEntered ? draft.pubkey : pubkey;
  const { destinationAddress } = addresses;
  return {
    ...kept,
    draft: { ...draft, ...addresses, pubkey: key },
    nodeKey: { pubkey, destinationAddress },
  };
}

/** Whether the key is the one that the node gave with the destination address. */
export const isNodesKey = ({ draft, nodeKey }: Pick<KeptDraft, "draft" | "nodeKey">): boolean =>
  nodeKey !== undefined &&
  draft.pubkey === nodeKey.pubkey &&
  draft.destinationAddress === nodeKey.destinationAddress;

type Shelf = Pick<Storage, "getItem" | "setItem">;

/**
 * The draft of this tab. Its id is stored with it at once: a reload finds the same one, and a duplicated tab, which
 * copies the storage, carries it too.
 */
export function openDraft(shelf: Shelf, key: string): KeptDraft {
  const { intentId, draft, nodeKey } = readKept(shelf, key);
  const opened = { intentId: intentId ?? randomId(), draft: { ...EMPTY_DRAFT, ...draft }, nodeKey };
  keepDraft(shelf, key, opened);
  return opened;
}

export function keepDraft(shelf: Shelf, key: string, kept: KeptDraft): void {
  shelf.setItem(key, JSON.stringify(kept));
}

/** An empty draft under a new id. */
export const newDraft = (): KeptDraft => ({ intentId: randomId(), draft: EMPTY_DRAFT });

function readKept(
  shelf: Shelf,
  key: string,
): Partial<Omit<KeptDraft, "draft">> & { draft?: Partial<IssueDraft> } {
  try {
    return JSON.parse(shelf.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

import { chainItems } from "./checklist-chain";
import { kycItems } from "./checklist-kyc";
import { loginItems } from "./checklist-login";
import type { Groups } from "./groups";

export interface Item {
  words: string;
  /** Where it is known from; `better` alone is no property of the original. */
  tags: string[];
}

const groups: Groups = { ...loginItems, ...kycItems, ...chainItems };

/** The contract's section 8, by id. */
export const checklist: ReadonlyMap<string, Item> = new Map(
  Object.entries(groups).flatMap(([group, items]) =>
    items.map(([words, tags], index) => {
      const number = `${index + 1}`.padStart(2, "0");
      return [`ID-${group}-${number}`, { words, tags: tags.split(" ") }] as const;
    }),
  ),
);

import type { AccountMaker } from "@/lib/domain/account-maker";
import type { accountMakerText as english } from "../account-maker";
import type { Translation } from "../catalogue";

/** Who made something at AMP. */
export const accountMakerText = {
  name: (maker: AccountMaker): string => {
    if (maker.kind === "issuer") return "Der Emittent";
    return maker.kind === "manager" ? `Manager ${maker.username}` : `AMP-Konto ${maker.id}`;
  },
} satisfies Translation<typeof english>;

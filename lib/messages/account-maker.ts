import type { AccountMaker } from "@/lib/domain/account-maker";
import { catalogue } from "./catalogue";

/** Who made something at AMP. */
export const accountMakerText = catalogue("accountMakerText", {
  name: (maker: AccountMaker): string => {
    if (maker.kind === "issuer") return "The issuer";
    return maker.kind === "manager" ? `Manager ${maker.username}` : `AMP account ${maker.id}`;
  },
});

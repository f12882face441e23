import type { OwnerKind } from "@/lib/domain/output-owner";
import type { TransactionKind } from "@/lib/domain/transactions";
import { catalogue } from "./catalogue";

/** Outputs, whose they are and what made them, wherever they are listed. */
export const outputsText = catalogue("outputsText", {
  owners: {
    user: "Registered user",
    account: "GAID without a record",
    treasury: "Treasury",
    unknown: "Nobody AMP can name",
  } satisfies Record<OwnerKind, string>,
  kinds: {
    issuance: "Issuance",
    reissuance: "Reissuance",
    distribution: "Distribution",
    burn: "Burn",
    transfer: "Transfer",
  } satisfies Record<TransactionKind, string>,
  userWithoutName: (id: number) => `Registered user ${id}`,
  gaid: "GAID",
  output: "transaction output",
  transaction: "transaction id",
  token: "reissuance token",
});

import type { OwnerKind } from "@/lib/domain/output-owner";
import type { TransactionKind } from "@/lib/domain/transactions";
import type { Translation } from "../catalogue";
import type { outputsText as english } from "../outputs";

/** Outputs, whose they are and what made them, wherever they are listed. */
export const outputsText = {
  owners: {
    user: "Registrierter Nutzer",
    account: "GAID ohne Datensatz",
    treasury: "Treasury",
    unknown: "Niemand, den AMP benennen kann",
  } satisfies Record<OwnerKind, string>,
  kinds: {
    issuance: "Ausgabe",
    reissuance: "Nachausgabe",
    distribution: "Ausschüttung",
    burn: "Vernichtung",
    transfer: "Übertragung",
  } satisfies Record<TransactionKind, string>,
  userWithoutName: (id: number) => `Registrierter Nutzer ${id}`,
  gaid: "GAID",
  output: "Transaktions-Output",
  transaction: "Transaktions-ID",
  token: "Nachausgabe-Token",
} satisfies Translation<typeof english>;

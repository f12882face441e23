import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { userPaymentsText as english } from "../user-payments";

/** What distributions paid to one registered user, in German. */
export const userPaymentsText = {
  title: "Durch Ausschüttungen erhalten",
  description:
    "Was Ausschüttungen an diesen Nutzer gezahlt haben, wie AMP es bucht; Übertragungen zwischen Inhabern gehören nicht dazu.",
  managerDescription:
    "Was Ausschüttungen der Assets, die der Emittent Ihnen freigegeben hat, an diesen Nutzer gezahlt haben.",
  newest: (shown: number, all: number) =>
    `Die neuesten ${shown} von ${countOf(all, { one: "Zahlung", other: "Zahlungen" })}; die Datei enthält alle.`,
  none: "Noch nichts",
  noneText: "Was eine Ausschüttung an diesen Nutzer zahlt, steht hier, sobald sie bei AMP bestätigt ist.",
  columns: {
    asset: "Asset",
    amount: "Betrag",
    at: "Bestätigt",
    transaction: "Transaktion",
    distribution: "Ausschüttung",
  },
  txid: "Transaktions-ID",
  distribution: "Empfänger",
  distributionOf: (asset: string) => `Die Ausschüttung von ${asset}, aus der die Zahlung stammt`,
} satisfies Translation<typeof english>;

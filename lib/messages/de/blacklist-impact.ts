import { countOf } from "@/lib/messages/plural";
import type { blacklistImpactText as english } from "../blacklist-impact";
import type { Translation } from "../catalogue";

/** What a change of the blacklist means for whoever owns the outputs, and for the supply, in German. */
export const blacklistImpactText = {
  counting: "Ihre Bestände werden zusammengezählt…",
  notCounted:
    "Was sie außerdem haben, ließ sich gerade nicht zusammenzählen. Was die Änderung für die ausgewählten Outputs bedeutet, steht trotzdem hier.",
  listChanged:
    "Die Liste der Outputs hat sich geändert, seit diese ausgewählt wurden. Schließen Sie dies, lesen Sie die Liste neu ein und wählen Sie erneut aus.",
  owners: "Inhaber",
  more: (count: number) => countOf(count, { one: "weiterer Inhaber", other: "weitere Inhaber" }),
  blacklist: {
    some: (amount: string, total: string, free: string) =>
      `${amount} von ${total}, ${free} bleibt verwendbar`,
    all: (amount: string, total: string) => `${amount} von ${total}, nichts bleibt verwendbar`,
  },
  whitelist: {
    some: (amount: string, total: string, left: string) =>
      `${amount} von ${total}, ${left} bleibt auf der Sperrliste`,
    all: (amount: string, total: string) => `${amount} von ${total}, nichts bleibt auf der Sperrliste`,
  },
  supply: "Von der Gesamtmenge auf der Sperrliste",
  part: (amount: string, share: string) => `${amount} (${share}%)`,
  change: (before: string, after: string) => `jetzt ${before}, danach ${after}`,
  supplyNote:
    "Von allen Outputs, die AMP als unverbraucht aufführt; die Gesamtmenge selbst bleibt, wie sie ist.",
} satisfies Translation<typeof english>;

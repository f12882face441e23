import type { OperationState } from "@/lib/domain/operation";
import { countOf } from "@/lib/messages/plural";
import type { blindersText as english } from "../blinders";
import type { Translation } from "../catalogue";

const outputs = (count: number) => countOf(count, { one: "Output", other: "Outputs" });
const furtherOutputs = (count: number) =>
  countOf(count, { one: "weiteren Output", other: "weiteren Outputs" });

/** Update blinders: AMP is told what opens outputs of the treasury. */
export const blindersText = {
  title: "Blinder aktualisieren",
  hint: {
    title: (count: number) => `AMP fehlen die Blinder von ${outputs(count)}`,
    text: "AMP kann sie nicht entblinden, deshalb bleiben sie in seinen Explorer-Links und Berichten verschlossen. Der Treasury-Node kennt die Blinder und kann sie AMP mitteilen; auf der Chain wird nichts gesendet.",
    action: "Aktualisierung prüfen",
  },
  complete: {
    title: "AMP hat alle Blinder",
    text: "AMP zeigt die Blinder aller Outputs in der Treasury dieses Assets. Es gibt nichts zu aktualisieren.",
  },
  back: "Zurück zur Gesamtmenge",
  intent: {
    title: "Was AMP mitgeteilt wird",
    lead: (count: number) =>
      `AMP werden der Asset-Blinder und der Betrags-Blinder von ${outputs(count)} mitgeteilt. Sie gehen vom Node an AMP und werden nirgendwo sonst angezeigt.`,
    empty: "Die Treasury-Wallet kennt die Blinder von keinem dieser Outputs.",
    notAsked: "Die Treasury-Wallet konnte nicht nach den Blindern gefragt werden.",
    output: "Output",
    outputIndex: (vout: number) => `Output ${vout}`,
    holds: "Enthält",
    asset: "Das Asset",
    token: "Nachausgabe-Token",
    amount: "Betrag",
  },
  unknown: {
    title: "Was bleibt, wie es ist",
    lead: (count: number) =>
      `AMP fehlen die Blinder von ${furtherOutputs(count)}, aber diese Wallet kennt sie nicht. Eine Wallet vergisst die Blinder von Wechselgeld, das verbraucht wurde, und hatte nie die von Outputs einer anderen Wallet.`,
  },
  later: (count: number) =>
    `AMP fehlen die Blinder von ${furtherOutputs(count)}, nach denen diese Wallet noch nicht gefragt wurde. Sehen Sie nach dieser Aktualisierung erneut nach.`,
  approval: {
    title: "Freigeben und AMP mitteilen",
    consequence:
      "Wer diese Blinder hat, kann sehen, was die Outputs enthalten; AMP kann es dann in seinen Links zeigen. Nichts wird bewegt, es fällt keine Gebühr an, und eine doppelte Mitteilung an AMP schadet nicht. Die Mitteilung kann nicht zurückgenommen werden.",
    hash: "Fingerabdruck dieser Liste",
    approve: "Ich gebe genau diese Liste frei",
    start: "Blinder aktualisieren",
  },
  stages: {
    approve: { title: "Freigegeben", text: "Die Outputs und ihr Fingerabdruck sind festgehalten." },
    tell: {
      title: "AMP mitgeteilt",
      text: "Ein Output nach dem anderen: mit AMP verglichen, festgehalten, mitgeteilt, erneut verglichen.",
    },
    shown: { title: "Von AMP angezeigt", text: "AMP selbst zeigt die Blinder aller Outputs." },
  },
  /** What is safe while the operation stands in a state. */
  safe: {
    requested: "AMP wurde noch nichts mitgeteilt. Der Vorgang kann abgebrochen werden.",
    ordering:
      "Die Transaktionen von AMP werden mit der Wallet verglichen. Auf der Chain wird nichts gesendet.",
    telling:
      "AMP werden die Blinder eines Outputs mitgeteilt. Geht die Antwort verloren, wird erst nachgesehen, bevor sie erneut mitgeteilt werden.",
    cancelling: "AMP wird nichts mehr mitgeteilt.",
    stopped:
      "AMP wird nichts mehr mitgeteilt, bis Sie entscheiden. Was mitgeteilt wurde, bleibt mitgeteilt; sonst hat sich nichts geändert.",
    cancelled: "AMP wurde nichts mehr mitgeteilt. Was zuvor mitgeteilt worden war, bleibt mitgeteilt.",
    done: "AMP und die Wallet stimmen überein.",
  } as Partial<Record<OperationState, string>>,
  run: {
    done: "AMP zeigt die Blinder aller freigegebenen Outputs.",
    seeSupply: "Gesamtmenge ansehen",
  },
  decisions: {
    cancel: "Aktualisierung abbrechen",
    cancelTitle: "Diese Aktualisierung abbrechen?",
    cancelConsequence:
      "AMP wird nichts mehr mitgeteilt. Was zuvor mitgeteilt wurde, bleibt mitgeteilt, und der Rest kann später mitgeteilt werden.",
    cancelled: "Die Aktualisierung wird abgebrochen; AMP wird nichts mehr mitgeteilt.",
  },
} satisfies Translation<typeof english>;

import type { GaidProblem } from "@/lib/domain/gaid-view";
import type { Translation } from "../catalogue";
import type { gaidsText as english } from "../gaids";

/** Looking up a wallet by its GAID. */
export const gaidsText = {
  title: "GAID-Abfrage",
  description:
    "Was AMP über eine Wallet weiß: wem sie gehört, was sie hält und eine Adresse, unter der sie erreichbar ist. Eine GAID gehört zu einem Managed-Assets-Konto der Blockstream-App.",
  field: "GAID",
  hint: "Wie die App des Anlegers sie anzeigt: GA und 27 oder 28 Buchstaben und Ziffern.",
  submit: "Abfragen",
  another: "Eine andere abfragen",
  problems: {
    form: {
      title: "Das ist keine GAID",
      text: "Eine GAID beginnt mit GA und hat 29 oder 30 Buchstaben und Ziffern. AMP wurde nicht danach gefragt.",
    },
    unknown: {
      title: "AMP kennt keine solche Wallet",
      text: "Die Form stimmt; suchen Sie also nach einem Tippfehler, oder es ist eine Wallet der anderen Umgebung.",
    },
  } satisfies Record<GaidProblem, { title: string; text: string }>,
  owner: "Gehört zu",
  nobody: "Niemandem: Kein registrierter Nutzer hat sie",
  balances: {
    title: "Guthaben",
    caption: "Guthaben dieser Wallet",
    asset: "Asset",
    balance: "Guthaben",
    outputs: "Outputs",
    outputsOf: (asset: string) => `Outputs von ${asset} in dieser Wallet`,
    none: "Diese Wallet hält keines Ihrer Assets.",
  },
  address: {
    title: "Empfangsadresse",
    text: "AMP erzeugt bei jeder Abfrage eine neue Adresse und merkt sie sich als Adresse dieser Wallet. Bilden Sie nie selbst eine aus der GAID: Was dorthin gesendet wird, kann nicht mehr bewegt werden.",
    button: "Neue Adresse abrufen",
    dialog: "Eine neue Adresse dieser Wallet abrufen?",
    consequence:
      "AMP leitet eine Adresse ab und behält sie dauerhaft als Adresse dieser Wallet. Rufen Sie für jede Zahlung eine ab, nicht um etwas nachzusehen. Verwaltete Assets gehen nur über Ausschüttungen hinaus: Eine Zahlung an AMP vorbei ist für AMP verloren.",
    confirm: "Adresse abrufen",
    label: "Adresse",
    done: "AMP hat eine Adresse erzeugt.",
    none: (reason: string) => `AMP hat keine Adresse geliefert: ${reason}`,
    noReason: "ein Grund wurde nicht genannt",
    fresh: "Wird angezeigt, bis Sie diese Seite verlassen; die nächste Abfrage erzeugt eine andere.",
  },
} satisfies Translation<typeof english>;

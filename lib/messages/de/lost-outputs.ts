import type { AlertState } from "@/lib/domain/watch";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { lostOutputsText as english } from "../lost-outputs";

/** Outputs AMP has lost track of, and what a person does about them. */
export const lostOutputsText = {
  title: "Verlorene Outputs",
  caption: "Verlorene Outputs dieses Assets und seines Nachausgabe-Tokens",
  none: {
    title: "AMP verfolgt jeden Output",
    text: "Ein Output ist verloren, wenn AMP ihn nicht mehr verfolgen kann: Die Treasury hat ihn außerhalb von AMP bewegt, oder eine Zahlung wurde AMP gegenüber nie bestätigt. Es gibt keinen, also dürfen Treasury-Vorgänge laufen.",
  },
  found: (count: number) =>
    `AMP hat ${countOf(count, { one: "Output", other: "Outputs" })} dieses Assets aus den Augen verloren`,
  stops:
    "Keine Ausschüttung, Nachausgabe oder Vernichtung dieses Assets beginnt oder geht weiter, bevor eine Person es geprüft hat und die Bücher von AMP berichtigt sind.",
  safe: "Inhaber behalten, was sie haben, und können es senden. Die Treasury sendet nichts mehr.",
  columns: { what: "Was", amount: "Betrag", output: "Output", spentBy: "Verbraucht durch", state: "Status" },
  asset: "Asset",
  token: "Nachausgabe-Token",
  amountUnknown: "AMP teilt es nicht mit",
  spentUnknown: "Ampdesk nicht bekannt",
  noAlert: "Von der Überwachung noch nicht geprüft",
  alerts: {
    open: "Noch hat sich niemand dazu geäußert",
    acknowledged: "Eine Person hat Vorgänge weiterlaufen lassen",
    closed: "Die Überwachung fand es wieder in Ordnung",
  } satisfies Record<AlertState, string>,
  steps: {
    title: "Was zu tun ist",
    list: [
      "Beginnen Sie nichts Neues in der Treasury, weder in Ampdesk noch mit einem anderen Werkzeug derselben Wallet.",
      "Sehen Sie sich die Vorgänge an: Einer, der gesendet, aber AMP gegenüber nie bestätigt wurde, geht von selbst weiter, und seine Outputs werden dann wiedergefunden.",
      "Finden Sie heraus, wer die anderen verbraucht hat. Jemand mit Zugriff auf die Wallet des Nodes hat sie ohne AMP gesendet; war es niemand von Ihnen, behandeln Sie die Wallet als gestohlen.",
      "Senden Sie den Bericht auf dieser Seite an den Support von AMP, der die Bücher von Hand berichtigt. Einen Aufruf dafür gibt es nicht.",
      "Laden Sie diese Seite neu. Wenn AMP nichts mehr aufführt, schließt sich die Warnung auf der Seite der Treasury von selbst.",
    ],
    treasury: "Treasury öffnen",
    transactions: "Transaktionen öffnen",
  },
  report: {
    title: "Bericht für den Support von AMP",
    text: "Nur IDs: keine Beträge und keine Namen.",
    copy: "Bericht kopieren",
    copied: "Der Bericht ist kopiert.",
  },
} satisfies Translation<typeof english>;

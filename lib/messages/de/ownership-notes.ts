import type { Translation } from "../catalogue";
import type { ownershipNotesText as english } from "../ownership-notes";

/** What is said below a list of owners when it is not as usual. */
export const ownershipNotesText = {
  unattributed: (amount: string) =>
    `${amount} der Gesamtmenge gehören hier im Augenblick niemandem: Sie sind in einer Transaktion unterwegs, die noch nicht in einem Block steht, oder AMP hat ihre Spur verloren.`,
  tooMuch:
    "AMP schreibt Inhabern mehr zu, als ausgegeben wurde. Beginnen Sie nichts, bevor eine Person es geprüft hat: Vergleichen Sie die Aktivität mit der Wallet des Nodes und wenden Sie sich dann an den Support von AMP.",
  blacklisted: {
    unknown:
      "Was je Inhaber auf der Sperrliste steht, ist derzeit nicht bekannt: Die AMP-Liste der nicht ausgegebenen Outputs konnte nicht gelesen werden. Die Inhaber und ihre Beträge hängen nicht davon ab.",
    older: (time: string) =>
      `Was je Inhaber auf der Sperrliste steht, hat den Stand ${time} und stammt aus einer älteren Antwort von AMP als die Beträge.`,
  },
  empty: {
    title: "Noch gehört dieses Asset niemandem",
    text: "Die gesamte Ausgabe erscheint in der Treasury, sobald ihre Transaktion in einem Block steht. Ausschüttungen bringen sie dann zu registrierten Nutzern.",
    filtered: "Kein Inhaber entspricht der Suche und dem Filter.",
    earlier: "Dieses Asset gehörte noch niemandem",
  },
} satisfies Translation<typeof english>;

import { asSentence } from "@/lib/format/sentence";
import type { ampText as english } from "../amp";
import type { Translation } from "../catalogue";

/** What AMP's client says, in German. */
export const ampText = {
  unreachable:
    "AMP ist derzeit nicht erreichbar. Es wurde nichts geändert; versuchen Sie es in einer Minute erneut.",
  late: "AMP hat nicht rechtzeitig geantwortet. Es wurde nichts geändert; warten Sie eine Minute und versuchen Sie es erneut.",
  noAnswer:
    "AMP hat nicht geantwortet. Ob die Anfrage ausgeführt wurde, ist nicht bekannt: Sehen Sie sich den aktuellen Stand an, bevor Sie sie wiederholen.",
  tokenRefused: "AMP akzeptiert diese Anmeldung nicht mehr. Melden Sie sich erneut an.",
  tokenMissing: "Das AMP-Token dieses Arbeitsbereichs fehlt. Melden Sie sich erneut an.",
  forbidden: "AMP gestattet diesem Konto das nicht.",
  notFound: "AMP kennt dieses Objekt nicht, oder es wurde Ihnen nicht gewährt.",
  slowDown:
    "AMP bittet um weniger Aufrufe. Es wurde nichts geändert; versuchen Sie es in einer Minute erneut.",
  refused: (words: string) => `AMP hat abgelehnt: ${asSentence(words)} Diese Anfrage hat nichts geändert.`,
  refusedSilently: "AMP hat die Anfrage ohne Angabe eines Grundes abgelehnt. Es wurde nichts geändert.",
  unexpected: (call: string, where: string, isRead: boolean) =>
    `AMP hat ${call} in unerwarteter Form beantwortet (${where}). ${isRead ? "Es wurde nichts geändert." : "Möglicherweise wurde der Aufruf ausgeführt: Sehen Sie nach, bevor Sie ihn wiederholen."}`,
} satisfies Translation<typeof english>;

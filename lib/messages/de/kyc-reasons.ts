import type { Translation } from "../catalogue";
import type { kycReasonsText as english, KycReasonText } from "../kyc-reasons";

const retry = "Beginnen Sie mit Ihrem eigenen, gültigen Dokument von vorn, bei gutem Licht und ohne Eile.";
const ask = "Wenn Sie das für einen Irrtum halten, schreiben Sie dem Emittenten.";

const duplicate = (what: string): KycReasonText => ({
  reason: `${what} wurde bereits für eine andere Verifizierung verwendet.`,
  fix: `Verwenden Sie die Wallet, die Sie zuvor verifiziert haben. ${ask}`,
});

const refused: KycReasonText = {
  reason: "Der Verifizierungspartner hat diese Verifizierung abgelehnt.",
  fix: ask,
};

const operator: KycReasonText = {
  reason: "Die Verifizierung war nicht vollständig eingerichtet. Das liegt nicht an Ihnen.",
  fix: `Beginnen Sie von vorn. ${ask}`,
};

/** What stands for every reason that is not named. */
const GENERAL = 0;

/** The verifier's reason codes in plain words, and what helps. */
export const kycReasonsText = {
  [GENERAL]: {
    reason: "Der Verifizierungspartner konnte Ihre Identität mit dem Gezeigten nicht bestätigen.",
    fix: `${retry} ${ask}`,
  },
  101: {
    reason: "Anstelle des Dokuments selbst wurde ein Bild oder eine Kopie gezeigt.",
    fix: "Halten Sie das Originaldokument vor die Kamera.",
  },
  102: {
    reason: "Das Dokument sah aus, als sei es verändert worden.",
    fix: `Verwenden Sie ein unbeschädigtes Original. ${ask}`,
  },
  103: {
    reason: "Die Person vor der Kamera passte nicht zum Dokument.",
    fix: "Verwenden Sie Ihr eigenes Dokument, nehmen Sie Brille und Kopfbedeckung ab und blicken Sie direkt in die Kamera.",
  },
  104: {
    reason: "Der Name auf dem Dokument stimmte nicht mit dem angegebenen Namen überein.",
    fix: "Verwenden Sie ein Dokument, das Ihren heutigen Namen trägt.",
  },
  105: { reason: "Etwas an der Verifizierung wirkte ungewöhnlich.", fix: `${retry} ${ask}` },
  106: refused,
  107: {
    reason: "Es gab zu viele Verifizierungen in kurzer Zeit.",
    fix: "Warten Sie einen Tag und beginnen Sie dann von vorn.",
  },
  108: duplicate("Diese Identität"),
  109: duplicate("Dieses Gerät"),
  110: duplicate("Dieses Dokument"),
  111: {
    reason: "Offenbar hat jemand anderes Ihre Verifizierung geöffnet.",
    fix: `Beginnen Sie selbst von vorn und geben Sie den Link an niemanden weiter. ${ask}`,
  },
  112: {
    reason: "Verifizierungen von dem Ort, von dem aus Sie verbunden sind, werden nicht akzeptiert.",
    fix: `Schalten Sie Proxy oder VPN aus und beginnen Sie dann von vorn. ${ask}`,
  },
  113: { reason: "Etwas an der Verifizierung wirkte ungewöhnlich.", fix: `${retry} ${ask}` },
  120: {
    reason: "Ihr Gesicht stimmte nicht mit dem Bild aus einer früheren Verifizierung überein.",
    fix: "Blicken Sie bei gutem Licht direkt in die Kamera, ohne Brille, Kopfbedeckung oder Maske.",
  },
  121: operator,
  122: operator,
  123: {
    reason: "Ihre Angaben konnten vom amtlichen Register nicht bestätigt werden.",
    fix: `Verwenden Sie ein anderes Ihrer Dokumente. ${ask}`,
  },
  124: duplicate("Dieses Gesicht"),
  // What a person is suspected of is no news for this page: 106, 126 and 127 have the same words.
  126: refused,
  127: refused,
  128: operator,
  129: operator,
  201: {
    reason: "Ein Foto der Person oder des Dokuments fehlte.",
    fix: "Nehmen Sie jedes Foto auf, das verlangt wird.",
  },
  202: {
    reason: "Ihr Gesicht war nicht gut zu erkennen.",
    fix: "Blicken Sie bei gutem Licht in die Kamera, ohne Brille, Kopfbedeckung oder Maske.",
  },
  203: {
    reason: "Das Dokument war nicht vollständig zu sehen.",
    fix: "Halten Sie es so, dass alle vier Ecken im Bild sind und nichts es verdeckt.",
  },
  204: {
    reason: "Die Bilder waren zu dunkel oder nicht scharf.",
    fix: "Reinigen Sie die Linse, nutzen Sie Tageslicht und halten Sie still.",
  },
  205: {
    reason: "Das Dokument ist beschädigt.",
    fix: "Verwenden Sie ein anderes, unbeschädigtes Dokument.",
  },
  206: {
    reason: "Diese Art von Dokument wird nicht akzeptiert.",
    fix: "Verwenden Sie einen Reisepass, einen Personalausweis oder einen Führerschein.",
  },
  207: { reason: "Das Dokument ist abgelaufen.", fix: "Verwenden Sie eines, das noch gültig ist." },
  539: {
    reason: "Es wurde zu oft ohne Erfolg wiederholt.",
    fix: "Beginnen Sie eine neue Verifizierung, wenn möglich mit einem anderen Dokument.",
  },
} satisfies Translation<typeof english>;

import type { FetchProblem, ProofFault } from "@/lib/domain/domain-proof";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { domainProofText as english } from "../domain-proof";

/** What a look at the file on an issuer's domain has shown, in German. */
export const domainProofText = {
  accepted: "Die Datei ist in Ordnung.",
  acceptedText: (bytes: number) =>
    `${countOf(bytes, { one: "Byte", other: "Bytes" })}, wie das Asset-Register sie verlangt.`,
  trailing: "Hinter dem Text steht Leerraum. Das Asset-Register ignoriert ihn.",
  type: (type: string) =>
    `Die Website liefert sie als ${type} aus. Das Asset-Register stört sich nicht daran; vergewissern Sie sich, dass die Adresse zur Datei führt und nicht zu einer Seite, die für jede Adresse erzeugt wird.`,
  faultTitle: "Das Asset-Register würde diese Datei ablehnen.",
  faults: {
    empty: "Sie ist leer.",
    bom: "Sie beginnt mit einer Byte Order Mark (EF BB BF), die manche Editoren unbemerkt hinzufügen. Speichern Sie sie als UTF-8 ohne BOM.",
    "utf-16": "Sie ist in UTF-16 geschrieben. Speichern Sie sie als UTF-8 ohne BOM.",
    html: "Die Adresse führt zu einer Webseite, nicht zur Textdatei. Oft beantwortet eine Website jede unbekannte Adresse mit ihrer Startseite.",
    "leading-space": "Vor dem Text steht Leerraum. Nur dahinter wird er ignoriert.",
    "line-break":
      "Die Wörter stimmen, aber der Text ist in Zeilen umbrochen oder hat andere Abstände. Er muss eine einzige Zeile sein.",
    "letter-case": "Einige Buchstaben sind groß, die klein sein müssen, oder umgekehrt.",
    surrounded: "Der Text ist vorhanden, aber es steht noch etwas daneben.",
    "other-asset": "Es ist der Nachweis eines anderen Assets.",
    "other-domain": "Es ist der Nachweis für eine andere Domain.",
    content: "Darin steht etwas anderes.",
  } satisfies Record<ProofFault, string>,
  difference: (offset: number) => `Erster Unterschied bei Byte ${offset}`,
  expected: "Erwartet",
  found: "Gefunden",
  end: "Ende der Datei",
  bytes: "Bytes",
  asText: "Als Text",
  redirect: (status: number) => `Die Website leitet weiter (${status}), statt die Datei auszuliefern.`,
  redirectTo: (location: string) => `Sie verweist auf ${location}.`,
  redirectText:
    "Diese Prüfung folgt der Weiterleitung nicht. Das Asset-Register folgt ihr innerhalb von Grenzen; sicherer ist es, die Datei genau unter der Adresse auszuliefern.",
  status: (status: number) => `Die Website antwortet mit ${status} statt mit der Datei.`,
  statusText: {
    404: "Unter dieser Adresse gibt es keine Datei. Achten Sie auf den Bindestrich in .well-known und auf den Namen, der keine Endung hat.",
    403: "Die Website gibt sie nicht heraus. Viele Server verbergen Ordner, die mit einem Punkt beginnen, solange nichts anderes eingestellt ist.",
  } as Record<number, string>,
  statusOther: "Öffnen Sie die Adresse in einem Browser, um zu sehen, was die Website meldet.",
  unreadable: {
    "unknown-host": "Der Name der Domain führt nirgendwohin.",
    "private-address":
      "Die Domain führt in ein privates Netzwerk, in dem diese Prüfung nicht nachsieht und das Asset-Register es nicht kann.",
    refused: "Dort antwortet niemand über https.",
    certificate: "Das Zertifikat der Website ist nicht gültig, oder sie spricht kein https.",
    timeout: "Die Website hat nicht innerhalb von fünf Sekunden geantwortet.",
    "too-large": "Was die Website sendet, ist weit größer als die Datei.",
    failed: "Die Verbindung ist fehlgeschlagen.",
  } satisfies Record<FetchProblem, string>,
  asOf: "Geprüft",
} satisfies Translation<typeof english>;

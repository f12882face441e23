import type { Translation } from "../catalogue";
import type { nodeText as english } from "../node";

/** What the treasury node's client and the pre-flight say, in German. */
export const nodeText = {
  wrongCredentials:
    "Der Treasury-Node lehnt den RPC-Benutzer oder das Passwort aus der Konfiguration ab. Nichts ist verloren: Korrigieren Sie sie, und was auf den Node wartet, läuft von selbst weiter.",
  unexpected: (method: string, where: string) =>
    `Der Node hat ${method} in einer unerwarteten Form beantwortet (${where}).`,
  refused: (words: string) => `Der Treasury-Node lehnt ab: ${words}`,
  boundElsewhere:
    "Die konfigurierte Node-Wallet ist eine andere als die, mit der dieser offene Vorgang begonnen hat. Stellen Sie die frühere Adresse des Nodes wieder her, oder führen Sie zuerst den Vorgang zu Ende.",
  unreachable:
    "Der Treasury-Node ist nicht erreichbar. Nichts ist verloren: Was auf ihn wartet, läuft von selbst weiter, sobald er antwortet. Prüfen Sie, ob er läuft und ob seine Adresse richtig ist.",
  notRpc: (method: string, status: number) =>
    `Die Antwort des Treasury-Nodes auf ${method} ist kein JSON-RPC (HTTP ${status}). Nichts ist verloren: Was auf ihn wartet, läuft von selbst weiter, sobald er ordnungsgemäß antwortet. Prüfen Sie, ob der Node in Ordnung ist und ob seine Adresse richtig ist.`,
  noPubkey: "Der Treasury-Node nennt den öffentlichen Schlüssel seiner Adresse nicht.",
  notConfigured:
    "Für dieses Konto ist kein Treasury-Node konfiguriert. Tragen Sie URL und Konto des Nodes in die Konfiguration von Ampdesk ein.",
  otherWorkspace:
    "Diese Node-Wallet gehört bereits zu einem anderen Arbeitsbereich. Eine Wallet dient einem Konto.",
  remedies: {
    version: "Aktualisieren Sie den Node: Nötig ist Elements Core 0.17.0.1 oder neuer.",
    sync: "Der Node holt den Rückstand zur Chain noch auf. Warten Sie, bis er synchronisiert ist.",
    locked:
      "Die Treasury-Wallet ist gesperrt. Entsperren Sie sie hier mit ihrer Passphrase, und zwar lange genug, dass der Vorgang signieren kann.",
    fee: "Die Wallet hat zu wenig L-BTC für die Gebühren. Senden Sie etwas an ihre Empfangsadresse.",
    funds: "Die Treasury-Wallet hält weniger von dem Asset, als diese Ausschüttung auszahlt.",
    network: (found: string, needed: string) =>
      `Der Node ist im Netzwerk ${found}, diese Umgebung braucht ${needed}.`,
  },
} satisfies Translation<typeof english>;

import type { AmountError } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import { uiText } from "@/lib/messages/ui";
import type { Translation } from "../catalogue";
import type { sandboxText as english } from "../sandbox";

const blocks = (count: number) => countOf(count, { one: "Block", other: "Blöcke" });
const everySeconds = (seconds: number) =>
  seconds === 1 ? "jede Sekunde" : `alle ${countOf(seconds, { one: "Sekunde", other: "Sekunden" })}`;

/** The sandbox's own knobs: what its tabs share, and the chain. Each other tab has a file of its own. */
export const sandboxText = {
  title: "Sandbox",
  description:
    "Eine private Welt ohne Wert: AMP, eine Chain nach Art von Liquid und ein Treasury-Node auf einem Rechner. Nichts, was hier geschieht, verlässt sie.",
  tabs: {
    label: "Seiten der Sandbox",
    chain: "Chain",
    wallets: "Anleger",
    decisions: "Autorisierungen",
    faults: "Störungen",
    switches: "Schalter",
    worlds: "Snapshots",
    calls: "Aufrufe",
  },
  onlySandbox:
    "Dies gehört zur Sandbox und ist in einer echten Umgebung nicht vorhanden. Es wurde nichts getan.",
  notConfigured:
    "Ampdesk weiß nicht, wo die Steuerungs-API der Sandbox liegt. Setzen Sie SANDBOX_CONTROL_URL in der Konfiguration.",
  figures: {
    height: "Blockhöhe",
    rhythm: "Neuer Block",
    mempool: "Warten auf einen Block",
    wallets: "Anleger-Wallets",
  },
  paused: "pausiert",
  mempoolCount: (count: number) => countOf(count, { one: "Transaktion", other: "Transaktionen" }),
  networks: { liquid: "Liquid", testnet: "Liquid Testnet", regtest: "Elements Regtest" } as Record<
    string,
    string
  >,
  chain: {
    title: "Chain",
    network: "Netzwerk",
    tip: "Neuester Block",
    blockHash: "Block-Hash",
  },
  mine: {
    title: "Blöcke",
    description:
      "Wartende Transaktionen kommen in den nächsten Block, und alles davor erhält eine weitere Bestätigung. Ein ausgegebenes Asset kann nach drei autorisiert werden, eine Ausschüttung ist nach zwei abgeschlossen.",
    button: (count: number) => `${blocks(count)} erzeugen`,
    done: (count: number, height: string) => `${blocks(count)} erzeugt. Die Chain steht auf Höhe ${height}.`,
  },
  interval: {
    label: "Neuer Block",
    hint: "Wie oft die Sandbox von selbst einen Block erzeugt. Der Takt von Liquid ist einer pro Minute.",
    every: (seconds: number) => (seconds === 0 ? "nur auf Anforderung" : everySeconds(seconds)),
    set: "Takt festlegen",
    done: (seconds: number) =>
      seconds === 0
        ? "Blöcke kommen nur, wenn Sie sie erzeugen."
        : `Ein Block kommt ${everySeconds(seconds)}.`,
  },
  pause: {
    pause: "Pausieren",
    resume: "Fortsetzen",
    paused: "Es kommt kein Block von selbst, bis Sie fortsetzen. Erzeugen auf Anforderung funktioniert.",
    resumed: "Blöcke kommen wieder von selbst.",
    hint: "Pausiert: Es kommt kein Block von selbst. Der Takt bleibt gespeichert.",
  },
  funds: {
    title: "Wallets des Nodes",
    description: "Die Treasury zahlt von hier ihre Gebühren. L-BTC der Sandbox kosten nichts.",
    button: "Aufladen",
    buttonFor: (wallet: string) => `${wallet} aufladen`,
    none: "Der Node hat keine Wallet. Legen Sie mit createwallet eine an.",
    dialog: (wallet: string) => `${wallet} mit L-BTC aufladen`,
    hint: "Kommt aus dem Nichts und wartet auf den nächsten Block.",
    amount: "Betrag",
    submit: "L-BTC senden",
    done: (wallet: string) => `L-BTC sind unterwegs zu ${wallet}.`,
  },
  clock: {
    title: "Uhr",
    description:
      "Vesting bei AMP, neue Blöcke und entsperrte Wallets richten sich nach ihr; die eigenen Seiten und Sitzungen von Ampdesk behalten die echte Zeit. Wird sie zurückgestellt, behalten Blöcke die Zeit des neuesten, bis die Uhr sie überschritten hat.",
    now: "Es ist",
    offset: "Gegenüber der echten Zeit",
    real: "echte Zeit",
    ahead: (span: string) => `${span} voraus`,
    behind: (span: string) => `${span} zurück`,
    spans: {
      days: (count: number) => countOf(count, { one: "Tag", other: "Tage" }),
      hours: (count: number) => countOf(count, { one: "Stunde", other: "Stunden" }),
      minutes: (count: number) => countOf(count, { one: "Minute", other: "Minuten" }),
      seconds: (count: number) => countOf(count, { one: "Sekunde", other: "Sekunden" }),
    },
    jumps: { hour: "1 Stunde vor", day: "1 Tag vor", month: "30 Tage vor" },
    back: "Zurück zur echten Zeit",
    more: "Stellen…",
    dialog: "Uhr der Sandbox stellen",
    dialogHint: "Eine Zahl unter null stellt sie zurück.",
    by: "Vorstellen um",
    unit: "Einheit",
    units: { minutes: "Minuten", hours: "Stunden", days: "Tage" },
    to: "Stellen auf",
    toHint: "In Ihrer eigenen Zeitzone.",
    how: "Art",
    advance: "Vorstellen",
    set: "Zeit festlegen",
    submit: "Uhr stellen",
    done: (time: string) => `Die Uhr der Sandbox steht auf ${time}.`,
    enterNumber: "Geben Sie eine ganze Zahl ein.",
    enterTime: "Wählen Sie einen Tag und eine Uhrzeit.",
  },
  reorganise: {
    title: "Reorganisation",
    description:
      "Wie auf einer echten Chain können die neuesten Blöcke durch andere ersetzt werden. Bestätigungen beginnen von vorn, und die Bücher von AMP folgen.",
    button: "Reorganisieren…",
    dialog: "Chain reorganisieren",
    consequence:
      "Die neuesten Blöcke fallen weg, und an ihre Stelle tritt einer mehr, als es waren. Ihre Transaktionen kommen wieder in einen Block, warten oder unterliegen endgültig.",
    depth: "Zu ersetzende Blöcke",
    depthHint: "1 bis 100. Der erste Block der Chain bleibt.",
    after: "Die Transaktionen dieser Blöcke",
    afterwards: {
      remine: "Sofort wieder in einen Block",
      remineHint: "Sie stehen in den neuen Blöcken; Höhen und Bestätigungen ändern sich.",
      wait: "Warten lassen",
      waitHint: "Sie haben bis zum nächsten Block keine Bestätigung.",
    },
    losers: "Welche endgültig unterliegen",
    losersHint:
      "Eine unterlegene Transaktion und alles, was ihre Outputs verbraucht, wird nie bestätigt: Eine andere Transaktion zahlt ihre Inputs zurück. AMP nimmt wieder zurück, was es daraus verbucht hatte.",
    txid: "Transaktions-ID",
    waiting: "wartet",
    onlyLbtc: "nur L-BTC",
    none: "Keine Transaktion wartet, und keine ist in den neuesten Blöcken.",
    reading: "Die neuesten Transaktionen werden gelesen…",
    submit: "Reorganisieren",
    done: (height: string) => `Die Chain endet jetzt neu bei ${height}.`,
    outcome: (moved: number, lost: number) =>
      lost === 0
        ? `${countOf(moved, { one: "Transaktion", other: "Transaktionen" })} verschoben.`
        : `${countOf(moved, { one: "Transaktion", other: "Transaktionen" })} verschoben, ${lost} davon endgültig unterlegen.`,
    enterDepth: "Geben Sie eine Zahl von 1 bis 100 ein.",
  },
  amountProblem: (problem: AmountError, precision: number): string => {
    const text = uiText.amountErrors[problem];
    return typeof text === "string" ? text : text(precision);
  },
  amountZero: "Geben Sie mehr als null ein.",
  unexpected: (call: string) =>
    `Die Sandbox hat auf ${call} in unerwarteter Form geantwortet. Hat sie dieselbe Version wie Ampdesk?`,
  refused: (words: string) => `Die Sandbox hat abgelehnt: ${words}`,
  refusedSilently: "Die Sandbox hat die Anfrage abgelehnt.",
  unreachable:
    "Die Sandbox ist nicht erreichbar oder hat nicht rechtzeitig geantwortet. Läuft ihr Prozess? Laden Sie die Seite neu, bevor Sie eine Änderung wiederholen.",
} satisfies Translation<typeof english>;

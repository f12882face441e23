import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { categoriesText as english } from "../categories";

/** In the dative, after "von". */
const ofUsers = (count: number) =>
  countOf(count, { one: "registrierten Nutzer", other: "registrierten Nutzern" });

/** Categories: who may hold what. */
export const categoriesText = {
  title: "Kategorien",
  one: "Kategorie",
  description:
    "Gruppen registrierter Nutzer. Ein Asset, das mehrere voraussetzt, kann nur an Nutzer gehen, die in allen diesen Kategorien sind.",
  add: "Kategorie hinzufügen",
  search: "Name oder Beschreibung",
  empty: {
    title: "Noch keine Kategorie",
    text: "Eine Kategorie ist eine Gruppe registrierter Nutzer, die etwas gemeinsam haben, zum Beispiel akkreditierte Anleger oder Einwohner eines Landes. Ein Asset, das sie voraussetzt, kann nur an ihre Mitglieder gesendet werden.",
    manager: "Der Emittent hat noch keine Kategorie angelegt.",
    filtered: "Keine Kategorie entspricht der Suche und den Filtern.",
  },
  filters: {
    members: { some: "Mit Mitgliedern", none: "Ohne Mitglieder" },
    assets: { some: "Von einem Asset vorausgesetzt", none: "Von keinem Asset vorausgesetzt" },
    ofYours: {
      some: "Von einem Ihrer Assets vorausgesetzt",
      none: "Von keinem Ihrer Assets vorausgesetzt",
    },
  },
  columns: { name: "Kategorie", members: "Mitglieder", assets: "Vorausgesetzt von" },
  sorts: {
    name: "Name, A bis Z",
    "-name": "Name, Z bis A",
    "-members": "Meiste Mitglieder zuerst",
    "-assets": "Meiste Assets zuerst",
  },
  members: (count: number) => countOf(count, { one: "Mitglied", other: "Mitglieder" }),
  assets: (count: number) => countOf(count, { one: "Asset", other: "Assets" }),
  usedBy: (count: number) =>
    count === 0
      ? "von keinem Asset vorausgesetzt"
      : countOf(count, { one: "Asset setzt sie voraus", other: "Assets setzen sie voraus" }),
  noneOfYours: "keines Ihrer Assets",
  usedByNoneOfYours: "von keinem Ihrer Assets vorausgesetzt",
  form: {
    description: "Eine neue Kategorie hat keine Mitglieder und ändert nichts, bis ein Asset sie voraussetzt.",
    name: "Name",
    nameHint: "Muss unter Ihren Kategorien eindeutig sein.",
    about: "Beschreibung",
    aboutHint: "Wer hierher gehört, und was es belegt.",
    submit: "Kategorie hinzufügen",
    open: "Öffnen",
    added: (name: string) => `Kategorie ${name} hinzugefügt`,
  },
  memberCard: {
    title: "Mitglieder",
    search: "Mitglieder durchsuchen",
    add: "Mitglied hinzufügen",
    submit: "Zur Kategorie hinzufügen",
    none: "Noch kein Mitglied",
    noneText:
      "Fügen Sie die registrierten Nutzer hinzu, die hierher gehören. Sie können dann die Assets empfangen, die diese Kategorie voraussetzen.",
    noneManager: "Der Emittent hat dieser Kategorie noch keinen registrierten Nutzer hinzugefügt.",
    filtered: "Kein Mitglied entspricht der Suche.",
    remove: "Entfernen",
    removeOne: (user: string) => `${user} aus dieser Kategorie entfernen`,
    readOnly:
      "Nur der Emittent kann ändern, wer einer Kategorie angehört: AMP lässt das einen Manager nicht tun.",
  },
  assetCard: {
    title: "Assets, die sie voraussetzen",
    description:
      "Nur Nutzern, die jeder Kategorie eines Assets angehören, kann es zugeteilt werden, und nur sie können es empfangen.",
    asset: "Asset",
    also: "Setzt außerdem voraus",
    eligible: "Berechtigte Nutzer",
    eligibleOf: (eligible: number, all: number) =>
      `${groupDigits(String(eligible))} von ${groupDigits(String(all))}`,
    onlyThis: "Keine andere Kategorie",
    tracked: "Vom Emittenten verfolgt: ohne Wirkung",
    noneText:
      "Solange kein Asset sie voraussetzt, hat eine Kategorie keine Wirkung darauf, wer was empfangen darf.",
    noneOfYours:
      "Keines der Assets, auf die Ihnen Zugriff gewährt wurde, setzt sie voraus. Andere tun es vielleicht: AMP nennt sie Ihnen nicht.",
    notGranted: (count: number) =>
      `${countOf(count, {
        one: "Asset, auf das Ihnen kein Zugriff gewährt wurde, kann",
        other: "Assets, auf die Ihnen kein Zugriff gewährt wurde, können",
      })} hier nicht genannt werden.`,
    label: "Für ein weiteres Asset voraussetzen",
    choose: "Asset wählen",
    hint: "Vom Emittenten verfolgte Assets werden nicht angeboten: Jeder darf sie halten, daher hat eine Kategorie dort keine Wirkung.",
    nothingLeft: "Jedes Asset mit beschränkter Übertragung setzt diese Kategorie bereits voraus.",
    require: "Kategorie voraussetzen",
    release: "Nicht mehr voraussetzen",
    releaseFrom: (asset: string) => `Diese Kategorie für ${asset} nicht mehr voraussetzen`,
    readOnly: "Nur der Emittent kann ändern, was ein Asset voraussetzt.",
  },
  requirement: {
    addTitle: (category: string, asset: string) => `${category} für ${asset} voraussetzen?`,
    removeTitle: (category: string, asset: string) => `${category} für ${asset} nicht mehr voraussetzen?`,
    and: (asset: string, others: string) =>
      `${asset} setzt bereits ${others} voraus. Mehrere Kategorien gelten zusammen: Ein Nutzer muss jeder davon angehören.`,
    addText:
      "Inhaber, die dieser Kategorie nicht angehören, behalten ihren Bestand, können dieses Asset aber nicht mehr empfangen. Das gilt sofort.",
    removeText: (asset: string, others: string) =>
      `Von jetzt an müssen Nutzer dieser Kategorie nicht angehören, um ${asset} zu empfangen; sie brauchen weiterhin ${others}. Das gilt sofort.`,
    removeLast: (asset: string) =>
      `Dies ist die einzige Kategorie von ${asset}. Ohne sie kann jeder registrierte Nutzer mit einer GAID das Asset empfangen. Das gilt sofort.`,
    endpoint:
      "Dieses Asset fragt auch einen Autorisierungsendpunkt des Emittenten. Bei Übertragungen zwischen Anlegern ersetzt dessen Antwort die der Kategorien; bei Zuteilungen und Ausschüttungen zählen die Kategorien.",
    before: "Jetzt berechtigt",
    after: "Danach berechtigt",
    ofAll: (count: number) => `von ${ofUsers(count)}`,
    nobody:
      "Niemand könnte dieses Asset mehr empfangen, bis der Kategorie registrierte Nutzer hinzugefügt werden.",
    addConfirm: "Kategorie voraussetzen",
    removeConfirm: "Nicht mehr voraussetzen",
    required: (category: string, asset: string) => `${asset} setzt ${category} voraus`,
    released: (category: string, asset: string) => `${asset} setzt ${category} nicht mehr voraus`,
  },
  nameTaken:
    "Eine Kategorie mit diesem Namen gibt es bereits. Wählen Sie einen anderen Namen; es wurde nichts gespeichert.",
} satisfies Translation<typeof english>;

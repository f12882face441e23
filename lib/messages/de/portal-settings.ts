import type { Translation } from "../catalogue";
import type { portalSettingsText as english } from "../portal-settings";

/** The card "Investor portal" of the settings. */
export const portalSettingsText = {
  title: "Anlegerportal",
  description: "Über Ihren Link weisen Anleger nach, wer sie sind, nennen ihre GAID und bitten um Aufnahme.",
  link: "Ihr Link",
  noLink: "Füllen Sie dieses Formular aus und speichern Sie es, dann steht Ihr Link hier.",
  isOpen: "Nimmt neue Anfragen an",
  isOpenHint: "Ein geschlossener Link lässt sich weiterhin öffnen und weist darauf hin.",
  slug: "Name im Link",
  slugHint:
    "3 bis 40 Kleinbuchstaben, Ziffern und Bindestriche. Links, die unter einem früheren Namen ausgegeben wurden, funktionieren nicht mehr.",
  issuerName: "Name, der Anlegern angezeigt wird",
  issuerAddress: "Adresse des Emittenten im Identitätsdienst",
  issuerAddressHint:
    "Die Ethereum-Adresse, unter der die Freischaltung angefragt wird: 0x und 40 hexadezimale Ziffern.",
  chainIds: "Chain-IDs",
  chainIdsHint:
    "Die EVM-Chains, auf denen Anleger freigeschaltet werden, durch Kommas getrennt. Leer: keine.",
  categories: "Kategorien, die eine Freigabe vorschlägt",
  noCategories: "Es gibt noch keine Kategorie.",
  shows: "Was freigegebene Anleger im Portal sehen dürfen",
  showsHoldings: "Ihren Bestand",
  showsHoldingsHint: "Assets, Beträge und Vesting der eigenen GAID.",
  showsDistributions: "Ihre Ausschüttungen",
  showsDistributionsHint: "Was an die eigene GAID gesendet wurde, mit der zugehörigen Transaktion.",
  managers: "Manager, die Anfragen sehen und entscheiden dürfen",
  managersHint: "Sie handeln hier mit Ihrem AMP-Konto, weil AMP keinen Manager Kategorien festlegen lässt.",
  noManagers: "Sie haben keinen Manager.",
  save: "Portaleinstellungen speichern",
  saved: "Die Portaleinstellungen sind gespeichert",
  errors: {
    slug: "Verwenden Sie 3 bis 40 Kleinbuchstaben, Ziffern und einzelne Bindestriche dazwischen.",
    slugTaken:
      "Ein anderer Emittent verwendet diesen Namen. Wählen Sie einen anderen; es wurde nichts gespeichert.",
    issuerName: "Geben Sie den Namen ein, unter dem Anleger Sie kennen.",
    issuerAddress: "Geben Sie eine Ethereum-Adresse ein: 0x und 40 hexadezimale Ziffern.",
    issuerChecksum: "Die Großbuchstaben in dieser Adresse passen nicht. Kopieren Sie sie erneut.",
    chainIds: "Geben Sie ganze Zahlen über 0 ein, durch Kommas getrennt, höchstens 20.",
    category:
      "Eine dieser Kategorien gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie noch einmal.",
    manager: "Einen dieser Manager gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie noch einmal.",
  },
} satisfies Translation<typeof english>;

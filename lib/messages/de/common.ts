import { groupDigits } from "@/lib/format/amounts";
import type { Translation } from "../catalogue";
import type { commonText as english } from "../common";

/** Words that several nouns share, in German. */
export const commonText = {
  product: "Ampdesk",
  description: "Der Arbeitsplatz für Emittenten von Blockstream-AMP-Assets auf Liquid.",
  titleTemplate: (title: string) => `${title} · Ampdesk`,
  environments: { live: "Live", testnet: "Testnet", sandbox: "Sandbox" },
  environmentHints: {
    live: "Live: Assets mit echtem Wert auf Liquid",
    testnet: "Testnet: das öffentliche Testnetzwerk von Liquid",
    sandbox: "Sandbox: eine private Welt ohne Wert",
  },
  roles: { issuer: "Emittent", manager: "Investmentmanager" },
  showMore: (more: number, all: number) =>
    `${groupDigits(String(more))} weitere von ${groupDigits(String(all))} anzeigen`,
  actions: { cancel: "Abbrechen", remove: "Entfernen", signOut: "Abmelden" },
  unnamedAccount: "Per Token angemeldetes Konto",
  yes: "Ja",
  no: "Nein",
  none: "–",
  sats: "sats",
  requestId: (id: string) => `Anfrage-ID ${id}`,
} satisfies Translation<typeof english>;

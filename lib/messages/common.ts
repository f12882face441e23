import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";

/** Words that several nouns share. */
export const commonText = catalogue("commonText", {
  product: "Ampdesk",
  description: "The desk for issuers of Blockstream AMP assets on Liquid.",
  titleTemplate: (title: string) => `${title} · Ampdesk`,
  environments: { live: "Live", testnet: "Testnet", sandbox: "Sandbox" },
  environmentHints: {
    live: "Live: assets with real value on Liquid",
    testnet: "Testnet: Liquid's public test network",
    sandbox: "Sandbox: a private world without value",
  },
  roles: { issuer: "Issuer", manager: "Investment manager" },
  showMore: (more: number, all: number) =>
    `Show ${groupDigits(String(more))} more of ${groupDigits(String(all))}`,
  actions: { cancel: "Cancel", remove: "Remove", signOut: "Sign out" },
  unnamedAccount: "Account signed in by token",
  yes: "Yes",
  no: "No",
  none: "–",
  sats: "sats",
  requestId: (id: string) => `Request ${id}`,
});

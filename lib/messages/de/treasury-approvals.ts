import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { treasuryApprovalsText as english } from "../treasury-approvals";

/** Outputs that AMP counts as the treasury's and the treasury's node cannot spend. */
export const treasuryApprovalsText = {
  title: "Treasury durch Zustimmung",
  lead: "Was AMP als Ihrer Treasury gehörend zählt, unverbraucht, an Adressen, zu denen Ihr Treasury-Node keinen Schlüssel hat.",
  looking: "AMP und der Treasury-Node werden gefragt…",
  none: "Nichts: Was AMP zur Treasury zählt, liegt in der Wallet Ihres Nodes.",
  noneLooked: "Nichts unter dem, wonach der Node gefragt wurde.",
  unknown:
    "Gerade nicht bekannt: Der Treasury-Node war nicht zu erreichen, und nur er kennt seine eigenen Adressen.",
  some: (count: number) =>
    `${countOf(count, { one: "Output gehört", other: "Outputs gehören" })} allein in den Büchern von AMP zur Treasury`,
  means:
    "AMP zählt diese Einheiten zum Bestand Ihrer Treasury, und sie sehen aus, als könnten sie zugeteilt werden. Ihr Node kann sie nicht ausgeben: Das kann nur, wer die Schlüssel hat.",
  todo: [
    "Hat eine andere Ihrer Wallets die Schlüssel, bringen Sie sie in die Wallet des Treasury-Nodes. Senden Sie die Einheiten nicht von anderswo: Was an AMP vorbei bewegt wird, verliert AMP aus den Augen.",
    "Wissen Sie nicht, wessen Schlüssel es sind, rechnen Sie nicht mehr mit diesen Einheiten: Lassen Sie sie bei Zuteilungen aus, und bitten Sie den Support von AMP, seine Bücher zu prüfen.",
  ],
  endpoint:
    "Dazu kommt es, wenn ein Autorisierungsendpunkt des Emittenten eine Übertragung an eine einfache Liquid-Adresse zulässt. Lassen Sie ihn solche ablehnen.",
  toRules: "Zu den Regeln",
  caption: "Outputs der Treasury, die der Node nicht ausgeben kann",
  columns: {
    address: "Adresse",
    amount: "Betrag",
    transaction: "Transaktion",
    since: "Seit",
    how: "Warum AMP es zählt",
  },
  addressLabel: "Adresse",
  noAddress: "Ein Skript ohne Adresse",
  noTime: "AMP sagt es nicht",
  listed: "In AMPs Liste der Treasury-Adressen",
  approved:
    "Nicht in dieser Liste: Eine Übertragung dorthin wurde zugelassen, oder die Adresse wurde seither aus der Liste genommen",
  capped: (looked: number, outside: number) =>
    `Der Node wurde nach den ${looked} größten von ${outside} Treasury-Outputs gefragt, die seine Wallet nicht führt.`,
} satisfies Translation<typeof english>;

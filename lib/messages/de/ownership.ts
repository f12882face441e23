import type { Holder, OwnersBy } from "@/lib/domain/ownership";
import { shortenMiddle } from "@/lib/format/ids";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { ownershipText as english } from "../ownership";

const owners = (count: number) => countOf(count, { one: "weiterer Inhaber", other: "weitere Inhaber" });
const withoutRecord = "Konto ohne Datensatz";

type Named = Pick<Holder, "kind" | "name" | "userId" | "gaids">;

const nameOf = ({ kind, name, userId, gaids }: Named): string => {
  if (kind === "treasury") return "Treasury";
  if (kind === "account")
    return gaids[0] ? `${withoutRecord} ${shortenMiddle(gaids[0].gaid)}` : withoutRecord;
  return name ?? `Registrierter Nutzer ${userId}`;
};

/** Who owns how much of an asset. */
export const ownershipText = {
  title: "Bestände",
  treasury: "Treasury",
  withoutRecord,
  userWithoutName: (id: number) => `Registrierter Nutzer ${id}`,
  /** An owner's name in a list, a chart, a search. */
  holder: nameOf,
  /** The same of one wallet, told from the owner's others. */
  wallet: (holder: Named): string =>
    holder.kind === "user" && holder.gaids[0]
      ? `${nameOf(holder)} ${shortenMiddle(holder.gaids[0].gaid)}`
      : nameOf(holder),
  figures: {
    supply: "Gesamtmenge",
    holders: "Inhaber",
    holdersNote: "ohne die Treasury",
    treasury: "In der Treasury",
    circulating: "Im Umlauf",
    withBlacklisted: (amount: string) => `, davon ${amount} auf der Sperrliste`,
    shareOf: (share: string) => `${share}% der Gesamtmenge`,
    blacklisted: "Auf der Sperrliste",
    blacklistedNote: "in der Gesamtmenge, nicht beweglich",
    lost: "Verloren oder unterwegs",
    lostNote: (count: number) =>
      `${countOf(count, { one: "verlorener Output", other: "verlorene Outputs" })} bei AMP`,
    noneLost: "nichts bei AMP verloren",
  },
  split: {
    title: "Wo die Gesamtmenge ist",
    allHolders: "Inhaber",
    label: (parts: string) => `Die Teile der Gesamtmenge. ${parts}`,
    parts: {
      treasury: "Treasury",
      holders: "Inhaber, frei beweglich",
      blacklisted: "Auf der Sperrliste",
      lost: "Verloren oder unterwegs",
    },
  },
  chart: {
    title: "Größte Inhaber",
    description: "Anteile an der Gesamtmenge. Die Tabelle darunter nennt jeden Inhaber.",
    withTreasury: "Mit der Treasury",
    rest: (count: number, by: OwnersBy) =>
      by === "gaid" ? countOf(count, { one: "weitere GAID", other: "weitere GAIDs" }) : owners(count),
    label: (largest: string) => `Balkendiagramm der größten Inhaber. ${largest}`,
    entry: (name: string, share: string) => `${name} ${share}%`,
  },
  by: {
    label: "Zeilen gliedern",
    kinds: { user: "Nach registriertem Nutzer", gaid: "Nach GAID" } satisfies Record<OwnersBy, string>,
  },
  moment: {
    label: "Bestände zum Zeitpunkt",
    field: "Block oder Datum",
    hint: "Eine Blockhöhe, ein Tag (2026-11-20: sein Ende) oder eine Minute (2026-11-20 13:00), in UTC. Leer: jetzt.",
    placeholder: "Jetzt",
    show: "Anzeigen",
    now: "Zurück zu jetzt",
    compare: "Zwei Zeitpunkte vergleichen",
    problem:
      "Das ist weder eine Blockhöhe noch ein Datum. Schreiben Sie eine Höhe wie 2146933, einen Tag wie 2026-11-20 oder eine Minute wie 2026-11-20 13:00; Zeiten sind in UTC.",
  },
  seeBlacklisted: "Outputs auf der Sperrliste ansehen",
  seeLost: "Was verloren ging und was zu tun ist",
  list: {
    title: "Inhaber",
    search: "Inhaber oder GAID",
    kind: "Art",
    kinds: {
      user: "Registrierte Nutzer",
      account: "Konten ohne Datensatz",
      treasury: "Treasury",
    },
    sorts: {
      "-amount": "Größte zuerst",
      amount: "Kleinste zuerst",
      owner: "Inhaber, A bis Z",
    },
  },
  columns: {
    owner: "Inhaber",
    gaid: "GAID",
    amount: "Betrag",
    blacklisted: "davon auf der Sperrliste",
    share: "Anteil",
  },
  notKnown: "nicht bekannt",
  total: "Alle Inhaber zusammen",
  percent: (share: string) => `${share}%`,
} satisfies Translation<typeof english>;

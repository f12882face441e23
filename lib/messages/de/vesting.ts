import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { vestingText as english } from "../vesting";

const assignments = (count: number) => countOf(count, { one: "Zuteilung", other: "Zuteilungen" });

/** When assignments vest, in German. */
export const vestingText = {
  title: "Vesting",
  description:
    "Offene Zuteilungen, die keine Ausschüttung übernommen hat, nach dem Ende ihrer Sperrfrist (Vesting). Was zurückgehalten ist, muss erst jemand entsperren; wer keine Wallet hat oder wem eine Kategorie fehlt, bleibt bei einer Ausschüttung außen vor.",
  zone: (zone: string) => `Die Zeiten gelten in Ihrer Zeitzone, ${zone}; AMP führt sie in UTC.`,
  caption: (month: string) => `Vesting endet: ${month}`,
  vested: "Vesting beendet",
  month: (month: string) => {
    const [year, number] = month.split("-").map(Number);
    const day = new Date(Date.UTC(year ?? 0, (number ?? 1) - 1, 15));
    return new Intl.DateTimeFormat("de", { year: "numeric", month: "long", timeZone: "UTC" }).format(day);
  },
  columns: {
    asset: "Asset",
    on: "Vesting endet am",
    what: "Zuteilungen",
    amount: "Betrag",
    held: "Davon zurückgehalten",
    state: "Status",
  },
  atOnce: "sofort",
  many: (count: number) => assignments(count),
  untilThen: "Bis dahin insgesamt mit beendetem Vesting",
  part: "Weitere Termine dieses Monats stehen auf einer anderen Seite; diese Summen reichen bis zu dem, was hier steht.",
  share: (percent: string) => `${percent} % von allem, was offen ist`,
  figures: {
    open: "Offen",
    now: "Vesting beendet, nicht zurückgehalten",
    later: "Noch im Vesting",
    held: "Zurückgehalten",
  },
  nowNote: "wem eine Wallet oder eine Kategorie fehlt, den lässt eine Ausschüttung aus",
  withoutWallet: (count: number) => `${assignments(count)} ohne Wallet`,
  withoutCategory: (count: number) => `${assignments(count)} ohne eine vorausgesetzte Kategorie`,
  heldNote: "nicht, bevor jemand sie entsperrt",
  toAssignments: "Zu den Zuteilungen",
  empty: {
    title: "Nichts ist im Vesting",
    text: "Geben Sie einer Zuteilung ein Vesting-Datum, dann steht sie hier, bis ihr Tag kommt. Bis dahin nimmt keine Ausschüttung sie auf.",
  },
  ofUser: {
    title: "Offene Zuteilungen und Vesting",
    none: "Keine offene Zuteilung",
    noneText:
      "Was diesem Nutzer zugeteilt und noch nicht ausgeschüttet ist, steht hier, mit dem Tag, an dem es ausschüttbar wird.",
    noneManager: "Von den Assets, die der Emittent Ihnen gewährt hat, ist diesem Nutzer nichts zugeteilt.",
    caption: "Offene Zuteilungen dieses Nutzers",
    states: {
      ready: "Bereit",
      held: "Zurückgehalten",
      vesting: "Im Vesting",
      sending: "In Ausschüttung",
    },
  },
} satisfies Translation<typeof english>;

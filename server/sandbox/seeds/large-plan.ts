/** How much of everything the large world has. */
export interface LargeSize {
  /** Registered users, each with a wallet; every asset has as many holders. */
  users: number;
  assets: number;
  days: number;
}

export const LARGE: LargeSize = { users: 100_000, assets: 10, days: 90 };

/** As many as fit into one confidential transaction of a node, and so into one distribution. */
export const RECIPIENTS = 70;
export const ISSUED = 1_000_000_000n;
/** What the nominee of an asset gets to pass on. */
export const PLACED = 800_000_000n;

/** The first asset goes out in distributions, every other one to a nominee, who passes it on. */
export const ASSETS = [
  { name: "Alpine Growth Fund II", ticker: "AGF2" },
  { name: "Harbour Bond 2035", ticker: "HB35" },
  { name: "Meadow Solar Note II", ticker: "MSN2" },
  { name: "Lakeside Property Trust", ticker: "LPT" },
  { name: "Northwind Energy Shares", ticker: "NWE" },
  { name: "Quarry Street Credit", ticker: "QSC" },
  { name: "Old Mill Preferred", ticker: "OMP" },
  { name: "Ridgeway Forestry", ticker: "RWF" },
  { name: "Saltmarsh Shipping Notes", ticker: "SSN" },
  { name: "Tidewater Infrastructure", ticker: "TWI" },
];

/** Sats of asset `asset` that user `user` has: of a few dozen sizes, as subscriptions are. */
export const amountOf = (user: number, asset: number): bigint =>
  BigInt(500 + ((user * 7 + asset * 13) % 40) * 125);

export const isCompany = (user: number): boolean => user % 10 === 9;

/** No two of a hundred thousand are the same, and all look like names. */
export function nameOf(user: number): string {
  const place = isCompany(user) ? Math.floor(user / 10) : user - Math.floor(user / 10);
  const [first, last] = [at(FIRST, place), at(LAST, Math.floor(place / 50))];
  const round = Math.floor(place / 2500);
  if (isCompany(user)) return `${at(LAST, place)} & ${last} ${at(KINDS, round)}${again(round, KINDS.length)}`;
  const initial = `${String.fromCharCode(65 + (round % 26))}.${round < 26 ? "" : ` ${at(SECOND, Math.floor(round / 26))}.`}`;
  return `${first} ${initial} ${last}`;
}

const at = (names: readonly string[], place: number): string => names[place % names.length] ?? "";
const again = (round: number, length: number): string =>
  round < length ? "" : ` ${Math.floor(round / length) + 1}`;

const words = (text: string) => text.trim().split(/\s+/);
const SECOND = words("A B C D E F G H J K L M");
const KINDS = ["AG", "Capital Ltd", "Pension Trust", "GmbH"];
const FIRST = words(`
  Ada Alice Anton Bela Bernard Carla Clara Daan Dario Dora Edith Elena Emil Farid Fiona Greta Hana Hugo Ines Ivan
  Jana Jonas Karin Kofi Lara Leon Lucia Mara Marek Mina Nadia Nils Olga Oscar Paula Pavel Quinn Rafael Rosa Samir
  Selma Tara Theo Uma Viktor Wanda Xenia Yara Yusuf Zoe`);
const LAST = words(`
  Ames Almeida Bauer Bell Carvalho Conti Dahl Diaz Egger Evans Fischer Fontana Garcia Grant Haddad Hansen Ito Ivers
  Jansen Jung Kaya Klein Lindqvist Lopez Marchand Moretti Nagy Novak Okafor Olsen Petrova Price Quist Rossi Ruiz Silva
  Sommer Tanaka Toth Ulrich Urban Varga Voss Weber Wolf Xu Yilmaz Young Zeller Zima`);

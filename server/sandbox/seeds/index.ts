import { clockOffsetMs, turnClock, withOwnClock } from "@/server/platform/clock";
import { hasAccounts } from "../amp/accounts";
import type { LiveEnv, Unit, World } from "../world";
import { type Accounts, seedAccounts, seedPeople } from "./accounts";
import { Director } from "./director";
import { loadLarge } from "./large";
import type { Report, Seed } from "./seed";
import { seedSmall } from "./small";
import { seedTutorial } from "./tutorial";

/** Every content that a new world can get. */
export const seeds = {
  empty: {
    summary: "The two accounts and a funded treasury wallet.",
    fill: async (unit) => {
      await seedAccounts(unit);
    },
  },
  small: {
    summary: "Three assets in different states, with 90 days of history.",
    fill: (unit, env) => playFrom(90, unit, env, seedSmall),
  },
  tutorial: {
    summary: "The world in the middle of AMP's official tutorial: one asset, its users, one of them paid.",
    fill: (unit, env) => playFrom(1, unit, env, seedTutorial),
  },
  large: {
    summary: "Ten assets, 100,000 registered users who hold them all, and 1,000,000 activities in 90 days.",
    load: loadLarge,
  },
} satisfies Record<string, Seed>;

export type SeedName = keyof typeof seeds;
export const seedNames = Object.keys(seeds) as [SeedName, ...SeedName[]];
export const seedOf = (name: SeedName): Seed => seeds[name];

/** Gives a new world its first content; does nothing where an account exists. Over another node's chain: the accounts. */
export async function seed(world: World, name: SeedName, report: Report = () => {}): Promise<void> {
  const chosen = seedOf(name);
  if (world.followed)
    return world.write(async ({ db }) => {
      if (!(await hasAccounts(db))) await seedPeople(db);
    });
  await world.write(async (unit) => {
    if ("fill" in chosen && !(await hasAccounts(unit.db))) await fill(unit, world.env, chosen);
  });
  if ("load" in chosen && !(await world.read(({ db }) => hasAccounts(db)))) await chosen.load(world, report);
}

/** Time moves within: what runs beside it keeps the common clock. */
export const fill = (unit: Unit, env: LiveEnv, chosen: Extract<Seed, { fill: unknown }>): Promise<void> =>
  withOwnClock(clockOffsetMs(), () => chosen.fill(unit, env));

/** Plays a history that began some days ago. */
async function playFrom(
  daysAgo: number,
  unit: Unit,
  env: LiveEnv,
  play: (director: Director, accounts: Accounts) => Promise<void>,
): Promise<void> {
  turnClock(-daysAgo * 86_400_000);
  const accounts = await seedAccounts(unit);
  await play(new Director(unit, env, accounts.issuer, daysAgo), accounts);
}

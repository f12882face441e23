import { turnClock } from "@/server/platform/clock";
import { hasAccounts } from "../amp/accounts";
import type { World } from "../world";
import { seedAccounts } from "./accounts";
import { Director } from "./director";
import { seedGrowthFund } from "./growth-fund";
import { seedHarbourBond } from "./harbour-bond";
import { seedRegister } from "./register";
import { seedSolarNote } from "./solar-note";

/** "empty": the two accounts and a funded treasury wallet. "small": three assets with their history besides. */
export type SeedName = "small" | "empty";

const HISTORY_DAYS = 90;

/** Gives a new world its first content, all of it or nothing; does nothing where an account exists. */
export async function seed(world: World, name: SeedName): Promise<void> {
  try {
    await world.write(async (unit) => {
      if (await hasAccounts(unit.db)) return;
      if (name === "small") turnClock(-HISTORY_DAYS * 86_400_000);
      const accounts = await seedAccounts(unit);
      if (name === "small") await seedSmall(new Director(unit, world.env, accounts, HISTORY_DAYS));
    });
  } finally {
    turnClock(0);
  }
}

async function seedSmall(director: Director): Promise<void> {
  const register = await seedRegister(director);
  const fundUuid = await seedGrowthFund(director, register);
  await seedHarbourBond(director, register);
  const params = { managerId: String(director.accounts.manager.id), assetUuid: fundUuid };
  await director.ask("addManagerAsset", { params });
  await seedSolarNote(director);
}

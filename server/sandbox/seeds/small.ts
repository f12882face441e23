import type { Accounts } from "./accounts";
import type { Director } from "./director";
import { seedGrowthFund } from "./growth-fund";
import { seedHarbourBond } from "./harbour-bond";
import { seedRegister } from "./register";
import { seedSolarNote } from "./solar-note";

/** Three assets: a restricted fund in full swing, a tracked bond that has moved on, a note issued a moment ago. */
export async function seedSmall(director: Director, { manager }: Accounts): Promise<void> {
  const register = await seedRegister(director);
  const fundUuid = await seedGrowthFund(director, register);
  await seedHarbourBond(director, register);
  const params = { managerId: String(manager.id), assetUuid: fundUuid };
  await director.ask("addManagerAsset", { params });
  await seedSolarNote(director);
}

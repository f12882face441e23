import { createNodeWallets } from "../../elements/wallets";
import { createLedger } from "../../ledger/ledger";
import type { Unit, World } from "../../world";

class TheEnd extends Error {}

/** Does something to a world that afterwards never happened. */
export async function onTrial<T>(world: World, work: (unit: Unit) => Promise<T>): Promise<T> {
  const outcome: { value?: T } = {};
  const { network } = world.env;
  try {
    await world.database.db.transaction(async (db) => {
      outcome.value = await work({
        db,
        ledger: createLedger(db, network),
        node: createNodeWallets(db, network),
      });
      throw new TheEnd();
    });
  } catch (error) {
    if (!(error instanceof TheEnd)) throw error;
  }
  return outcome.value as T;
}

import { log } from "@/server/platform/log";
import { forgetTip } from "./ledger/blocks";
import { ensureGenesis } from "./ledger/genesis";
import { LedgerError } from "./ledger/port";
import { fill, type SeedName, seed, seedOf } from "./seeds";
import type { Report } from "./seeds/seed";
import { emptyWorld, restoreSnapshot, type SnapshotInfo } from "./snapshots";
import type { Unit, World } from "./world";

/** Puts the world of a snapshot in place of the present one. Calls in flight are finished first, later ones wait. */
export const restoreWorld = (world: World, name: string): Promise<SnapshotInfo> =>
  replace(world, async ({ db }) => {
    const snapshot = await restoreSnapshot(db, name);
    forgetTip(db);
    await world.reload(db);
    return snapshot;
  });

/** Begins anew: an empty chain, no knob turned, and the seed's content; snapshots stay. */
export async function resetWorld(world: World, name: SeedName): Promise<void> {
  if (world.followed)
    throw new LedgerError("limit", "A sandbox that follows a node begins anew with a fresh database.");
  const chosen = seedOf(name);
  await replace(world, async (unit) => {
    await emptyWorld(unit.db);
    forgetTip(unit.db);
    await ensureGenesis(unit.db, world.env.network);
    await world.reload(unit.db);
    if ("fill" in chosen) await fill(unit, world.env, chosen);
  });
  await seed(world, name, logEachTenth(name));
}

/** Lines in the log by which a long seed's progress can be followed: its caller hears nothing before the end. */
function logEachTenth(name: SeedName): Report {
  let tenths = -1;
  return (done, total) => {
    if (Math.floor((10 * done) / total) === tenths) return;
    tenths = Math.floor((10 * done) / total);
    log.info("sandbox.seed", { name, done, total });
  };
}

/** Memory follows the rows inside the transaction; when that fails, it goes back to what is stored. */
async function replace<T>(world: World, work: (unit: Unit) => Promise<T>): Promise<T> {
  try {
    return await world.write(work);
  } catch (error) {
    await world.reload(world.database.db);
    throw error;
  }
}

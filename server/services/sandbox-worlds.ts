import type { Seed, SeededWorld, Snapshot } from "@/lib/contracts/control-worlds";
import type { Actor } from "@/lib/domain/actor";
import { audited } from "@/server/audit/audited";
import {
  forgetSnapshot,
  listSeeds,
  listSnapshots,
  resetWorld,
  restoreSnapshot,
  takeSnapshot,
} from "@/server/control/worlds";
import { controlFor } from "./sandbox";

/** Newest first. Control: GET /snapshots, GET /seeds */
export async function readWorlds(actor: Actor): Promise<{ snapshots: Snapshot[]; seeds: Seed[] }> {
  const control = await controlFor(actor);
  const [snapshots, seeds] = await Promise.all([listSnapshots(control), listSeeds(control)]);
  return { snapshots: snapshots.reverse(), seeds };
}

/** Control: POST /snapshots */
export async function keepWorld(actor: Actor, { name }: { name: string }): Promise<Snapshot> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.snapshot-made", detail: { name } }, () =>
    takeSnapshot(control, name),
  );
}

/** Control: POST /snapshots/restore */
export async function restoreWorld(actor: Actor, { name }: { name: string }): Promise<Snapshot> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.snapshot-restored", detail: { name } }, () =>
    restoreSnapshot(control, name),
  );
}

/** Control: DELETE /snapshots */
export async function forgetWorld(actor: Actor, { name }: { name: string }): Promise<void> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.snapshot-forgotten", detail: { name } }, () =>
    forgetSnapshot(control, name),
  );
}

/** Control: POST /reset */
export async function beginAnew(actor: Actor, { seed }: { seed: string }): Promise<SeededWorld> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.reset", detail: { seed } }, () => resetWorld(control, seed));
}

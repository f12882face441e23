import { z } from "zod";
import { ForgottenSnapshot, Seed, SeededWorld, Snapshot } from "@/lib/contracts/control-worlds";
import type { ControlClient } from "./client";

/** Copying a world or playing a seed's history takes longer than a usual call. */
const PATIENT_MS = 300_000;

/** Oldest first. Control: GET /snapshots */
export const listSnapshots = (control: ControlClient): Promise<Snapshot[]> =>
  control.call({ method: "GET", path: "/snapshots", returns: z.array(Snapshot) });

/** Keeps the whole world under a name. Control: POST /snapshots */
export const takeSnapshot = (control: ControlClient, name: string): Promise<Snapshot> =>
  control.call({
    method: "POST",
    path: "/snapshots",
    body: { name },
    returns: Snapshot,
    timeoutMs: PATIENT_MS,
  });

/** Puts the whole world back as it was kept. Control: POST /snapshots/restore */
export const restoreSnapshot = (control: ControlClient, name: string): Promise<Snapshot> =>
  control.call({
    method: "POST",
    path: "/snapshots/restore",
    body: { name },
    returns: Snapshot,
    timeoutMs: PATIENT_MS,
  });

/** Control: DELETE /snapshots */
export async function forgetSnapshot(control: ControlClient, name: string): Promise<void> {
  await control.call({ method: "DELETE", path: "/snapshots", body: { name }, returns: ForgottenSnapshot });
}

/** What a new world can begin with. Control: GET /seeds */
export const listSeeds = (control: ControlClient): Promise<Seed[]> =>
  control.call({ method: "GET", path: "/seeds", returns: z.array(Seed) });

/** Begins anew; snapshots stay. Control: POST /reset */
export const resetWorld = (control: ControlClient, seed: string): Promise<SeededWorld> =>
  control.call({
    method: "POST",
    path: "/reset",
    body: { seed },
    returns: SeededWorld,
    timeoutMs: PATIENT_MS,
  });

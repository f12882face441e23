import { z } from "zod";
import { resetWorld, restoreWorld } from "../../renewal";
import { seedNames, seedOf } from "../../seeds";
import { deleteSnapshot, listSnapshots, type SnapshotInfo, takeSnapshot } from "../../snapshots";
import { type ControlRoute, controlRoute } from "../route";

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must be 1 to 40 lower-case letters, digits, hyphens and underscores");
const Name = z.strictObject({ name });
const Snapshot = z.object({ name: z.string(), created_at: z.iso.datetime(), height: z.int() });

/** The whole world, kept, put back or begun anew. */
export const snapshotRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/snapshots",
    summary: "The snapshots there are, the oldest first.",
    input: z.object({}),
    output: z.array(Snapshot),
    // alone, since a snapshot's tables can go while a mere reader looks for them
    run: async ({ world }) => (await world.write(({ db }) => listSnapshots(db))).map(view),
  }),
  controlRoute({
    method: "POST",
    path: "/snapshots",
    summary: "Keeps the whole world under a name: every row of AMP, the chain, the wallets and these knobs.",
    input: Name,
    output: Snapshot,
    run: async ({ world }, input) => view(await world.write(({ db }) => takeSnapshot(db, input.name))),
  }),
  controlRoute({
    method: "POST",
    path: "/snapshots/restore",
    summary:
      "Puts the whole world back as it was kept, ids to come, clock, switches and block rhythm included.",
    input: Name,
    output: Snapshot,
    run: async ({ world }, input) => view(await restoreWorld(world, input.name)),
  }),
  controlRoute({
    method: "DELETE",
    path: "/snapshots",
    summary: "Forgets a snapshot.",
    input: Name,
    output: Name,
    run: async ({ world }, input) => {
      await world.write(({ db }) => deleteSnapshot(db, input.name));
      return input;
    },
  }),
  controlRoute({
    method: "GET",
    path: "/seeds",
    summary: "The seeds that /reset can begin anew with.",
    input: z.object({}),
    output: z.array(z.object({ name: z.string(), summary: z.string() })),
    run: async () => seedNames.map((name) => ({ name, summary: seedOf(name).summary })),
  }),
  controlRoute({
    method: "POST",
    path: "/reset",
    summary: "Begins anew with a seed; knobs go back to the configuration, snapshots stay.",
    input: z.strictObject({ seed: z.enum(seedNames) }),
    output: z.object({ seed: z.string() }),
    run: async ({ world }, { seed }) => {
      await resetWorld(world, seed);
      return { seed };
    },
  }),
];

const view = ({ name, createdAt, height }: SnapshotInfo): z.infer<typeof Snapshot> => ({
  name,
  created_at: createdAt.toISOString(),
  height,
});

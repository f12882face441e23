import { sql } from "drizzle-orm";
import type { SandboxDb } from "../../db/client";
import { createNodeWallets } from "../../elements/wallets";
import { createLedger } from "../../ledger/ledger";
import { LedgerError } from "../../ledger/port";
import type { LiveEnv, Unit, World } from "../../world";
import { AmpRefusal } from "../refusal";
import { checkBooks } from "./checks";
import { type CommandName, commands } from "./commands";
import type { AssetModel } from "./model";
import { Player, type Stage } from "./player";
import { Dice, NothingToDo } from "./random";

export interface Step {
  name: CommandName;
  seed: number;
}

export interface Played {
  /** Calls of AMP, those of the checks included. */
  calls: number;
  /** How often each command was carried out and checked. */
  done: Map<CommandName, number>;
  /** The first step after which something was wrong; null when nothing was. */
  failure: { step: number; error: Error } | null;
}

class TheEnd extends Error {}

/** Plays the steps and checks the books after each, then takes all of it back. */
export async function play(world: World, stage: Stage, steps: Step[]): Promise<Played> {
  const player = new Player(world.env, stage);
  const played: Played = { calls: 0, done: new Map(), failure: null };
  try {
    await world.database.db.transaction(async (tx) => {
      await tx.execute(sql`set local synchronous_commit = off`);
      for (const [index, step] of steps.entries()) {
        try {
          const touched = await tx
            .transaction((point) => take(player, unitOn(point, world.env), step))
            .catch(refusal);
          if (touched) played.done.set(step.name, (played.done.get(step.name) ?? 0) + 1);
          const isLast = index === steps.length - 1;
          const models = isLast ? player.models : (touched ?? []);
          await checkBooks(unitOn(tx, world.env), player, models, { dice: new Dice(step.seed + 1), isLast });
        } catch (error) {
          played.failure = { step: index, error: error as Error };
          throw new TheEnd();
        }
      }
      throw new TheEnd();
    });
  } catch (error) {
    if (!(error instanceof TheEnd)) throw error;
  }
  played.calls = player.calls;
  return played;
}

/** @returns the assets that may have changed */
async function take(player: Player, unit: Unit, { name, seed }: Step): Promise<AssetModel[]> {
  const touched = await commands[name](player, unit, new Dice(seed));
  return touched ? [touched] : player.models;
}

/** A refusal is no failure: what was begun is taken back, as every refused call is. */
export function refusal(error: unknown): null {
  if (error instanceof AmpRefusal || error instanceof LedgerError || error instanceof NothingToDo)
    return null;
  throw error;
}

function unitOn(db: SandboxDb, { network }: LiveEnv): Unit {
  return { db, ledger: createLedger(db, network), node: createNodeWallets(db, network) };
}

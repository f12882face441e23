import { randomUUID } from "node:crypto";
import { currentHeld } from "@/server/mirror/held-context";
import type { Ask } from "@/server/mirror/owners-store";
import { forgetOwned, type Kept, keepOwned, type OwnedTables } from "./kept-store";

/** What an earlier portion of the reading has added up, and whom it has asked for it. */
interface Known<Asked> {
  kept: Kept;
  asked: Asked;
}

interface OwnersKeeper<Asked> {
  known: Known<Asked> | undefined;
  /** Within the transaction that added it up. */
  keep(ask: Ask, tables: OwnedTables): Promise<void>;
  /** After it. */
  keptWith(asked: Asked): void;
}

/**
 * For a reading in portions: what its first portion adds up serves the others. Null for everything else.
 * @param of asset and span
 */
export function ownersKeeper<Asked>(workspaceId: string, of: string): OwnersKeeper<Asked> | null {
  const held = currentHeld();
  if (!held) return null;
  const name = `owners ${of}`;
  const kept: Kept = { workspaceId, readingId: randomUUID() };
  return {
    known: held.answers.get(name) as Known<Asked> | undefined,
    keep: (ask, tables) => {
      held.endings.push(() => forgetOwned(kept));
      return keepOwned(ask, tables, kept);
    },
    keptWith: (asked) => void held.answers.set(name, { kept, asked } satisfies Known<Asked>),
  };
}

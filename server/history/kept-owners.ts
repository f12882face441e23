import { randomUUID } from "node:crypto";
import { currentHeld } from "@/server/mirror/held-context";
import type { Ask } from "@/server/mirror/owners-store";
import { now } from "@/server/platform/clock";
import type { AskedOwner, Span } from "./balances-store";
import { forgetOwned, type Kept, keepOwned, type OwnedTables } from "./kept-store";
import type { History } from "./store";

interface Known {
  kept: Kept;
  asked: readonly AskedOwner[];
}

interface OwnersKeeper {
  /** What an earlier portion of the reading has added up. */
  known: Known | undefined;
  /** Within the transaction that added it up. */
  keep(ask: Ask, tables: OwnedTables): Promise<void>;
  /** After it. */
  keptWith(asked: readonly AskedOwner[]): void;
}

/** For a reading in portions: what its first portion adds up serves the others. Null for everything else. */
export function ownersKeeper({ workspaceId, assetUuid }: History, { from, to }: Span): OwnersKeeper | null {
  const held = currentHeld();
  if (!held) return null;
  const name = `owners ${assetUuid} ${from} ${to}`;
  const kept: Kept = { workspaceId, readingId: randomUUID(), keptAt: now() };
  return {
    known: held.answers.get(name) as Known | undefined,
    keep: (ask, tables) => {
      held.endings.push(() => forgetOwned(kept));
      return keepOwned(ask, tables, kept);
    },
    keptWith: (asked) => void held.answers.set(name, { kept, asked } satisfies Known),
  };
}

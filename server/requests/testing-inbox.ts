import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { PortalSettings } from "@/lib/domain/requests";
import { readAudit } from "@/server/audit/search-store";
import { transaction } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { type Bench, openBench } from "@/server/treasury/testing";
import { saveWorkspace } from "@/server/vault/store";
import { addCategory, openPortal, signInManager } from "./testing";

/** A bench with an open portal. */
export interface Inbox extends Bench {
  manager: Actor;
  category: number;
  /** Puts other settings of the portal in place until the end of the test. */
  change(settings: Partial<PortalSettings>): Promise<void>;
  /** After each test. */
  restore(): Promise<void>;
  /** What the issuer's log holds of an action, newest first. */
  audit(action: string): ReturnType<typeof readAudit>;
}

export async function openInbox(): Promise<Inbox> {
  const bench = await openBench();
  const manager = await signInManager();
  const category = await addCategory(bench);
  await openPortal(bench);
  let isChanged = false;
  return {
    ...{ ...bench, manager, category },
    change: async (settings) => {
      isChanged = true;
      await openPortal(bench, settings);
    },
    restore: async () => {
      turnClock(0);
      bench.proxy.heal();
      if (isChanged) await openPortal(bench);
      isChanged = false;
    },
    audit: async (action) => {
      const entries = await readAudit([bench.actor.workspaceId], { before: null, limit: 50 });
      return entries.filter((entry) => entry.action === action);
    },
  };
}

/** Somebody else's AMP account in the same environment. */
export async function otherIssuer(): Promise<Actor> {
  const accountName = `issuer-${randomUUID().slice(0, 8)}`;
  const account = { environment: "sandbox", role: "issuer", accountName, ampUserId: null } as const;
  const { id } = await transaction((tx) => saveWorkspace(tx, { ...account, token: randomUUID() }));
  return { ...account, workspaceId: id, personName: accountName };
}

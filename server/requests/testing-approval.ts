import { expect } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { OwnRequest } from "@/lib/domain/requests";
import { liveOn, makeMortal } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import type { Decided } from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { type Bench, openBench } from "@/server/treasury/testing";
import { requestsOf } from "./store";
import {
  addCategory,
  approveSeen,
  arrive,
  newWallet,
  openPortal,
  signInManager,
  type UserAtAmp,
  usersAtAmp,
} from "./testing";

/** A bench with a portal whose approvals may die at each write. */
export interface ApprovalBench extends Bench {
  /** Decides as the issuer does. */
  manager: Actor;
  categoryIds: number[];
  approve(requestId: string, actor?: Actor, chosen?: number[]): Promise<Decided>;
  stateOf(requestId: string): Promise<string>;
  countUsers(): Promise<number>;
  /** AMP shows one user with this GAID and nobody who was made besides. */
  expectOneUser(gaid: string, before: number, made: 0 | 1, chosen?: number[]): Promise<UserAtAmp | undefined>;
  /** A wallet that was approved before asks again with another GAID; nothing of that time is left but the user. */
  returningPerson(): Promise<OwnRequest>;
  /** After each test. */
  restore(): Promise<void>;
}

export async function openApprovalBench(): Promise<ApprovalBench> {
  const bench = await openBench();
  const manager = await signInManager();
  await openPortal(bench, { managers: ["manager"] });
  const categoryIds = [await addCategory(bench), await addCategory(bench)].sort((a, b) => a - b);
  await makeMortal("portal_requests");
  const returning = newWallet();
  return {
    ...{ ...bench, manager, categoryIds },
    approve: (requestId, actor = bench.actor, chosen = categoryIds) =>
      approveSeen(actor, { requestId, categoryIds: chosen }),
    stateOf: async (requestId) => (await readRequest(bench.actor, requestId)).state,
    countUsers: async () => (await usersAtAmp(bench)).length,
    expectOneUser: async (gaid, before, made, chosen = categoryIds) => {
      const users = await usersAtAmp(bench);
      const owners = users.filter((user) => user.GAID === gaid);
      expect([users.length - before, owners.length]).toEqual([made, 1]);
      expect(owners[0]?.categories).toEqual(expect.arrayContaining(chosen));
      return owners[0];
    },
    returningPerson: async () => {
      const asked = await requestsOf({ workspaceId: bench.actor.workspaceId, address: returning });
      const known = asked.find(({ state }) => state === "approved")?.ampUserId;
      if (known === undefined) {
        const first = await arrive(bench, { address: returning });
        await approveSeen(bench.actor, { requestId: first.id, categoryIds: [] });
      } else {
        for (const category of categoryIds)
          await bench.amp.put(`/categories/${category}/registered_users/${known}/remove`);
      }
      return arrive(bench, { address: returning });
    },
    restore: async () => {
      bench.proxy.heal();
      turnClock(0);
      await liveOn();
    },
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { callNode } from "@/server/sandbox/amp/testing";
import { type ControlCaller, controlCaller } from "@/server/sandbox/control/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { findRound, listAlerts, listWatched } from "./store";
import { lookNow } from "./watch";

/** A bench with a watch whose second look comes at once. */
export interface WatchBench extends Bench {
  control: ControlCaller;
  look(): Promise<void>;
  /** What the alerts of an asset say, those not closed alone. */
  alertsOf(assetUuid: string): ReturnType<typeof openAlerts>;
  watched(assetUuid: string): Promise<Awaited<ReturnType<typeof listWatched>>[number] | undefined>;
  round(): ReturnType<typeof findRound>;
  rpc(method: string, params?: unknown[]): ReturnType<typeof callNode>;
}

const RECHECK_MS = 1;

async function openAlerts(workspaceId: string, assetUuid: string) {
  const alerts = await listAlerts(workspaceId, { states: ["open", "acknowledged"], limit: 50 });
  return alerts.filter((alert) => alert.assetUuid === assetUuid);
}

export async function openWatchBench(): Promise<WatchBench> {
  const bench = await openBench();
  const { workspaceId } = bench.actor;
  return {
    ...bench,
    control: controlCaller(bench.sandbox),
    look: async () => {
      while (!(await lookNow(workspaceId, RECHECK_MS))) await sleep(10);
    },
    alertsOf: (assetUuid) => openAlerts(workspaceId, assetUuid),
    watched: async (assetUuid) =>
      (await listWatched(workspaceId)).find((asset) => asset.assetUuid === assetUuid),
    round: () => findRound(workspaceId),
    rpc: (method, params) => callNode(bench.sandbox, method, params),
  };
}

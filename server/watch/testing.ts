import { setTimeout as sleep } from "node:timers/promises";
import { callNode, issue, mine } from "@/server/sandbox/amp/testing";
import { type ControlCaller, controlCaller } from "@/server/sandbox/control/testing";
import { previewDistribution } from "@/server/services/distributions";
import { type Bench, openBench, type ReadyAsset, readyAsset } from "@/server/treasury/testing";
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
  /** An authorised asset of its own, with a token when it can be reissued. */
  newAsset(options?: { reissuable?: boolean }): Promise<WatchedAsset>;
  distributable(): Promise<ReadyAsset>;
  /** The assets of this test. A look looks at every asset of the account: each test leaves with its own ones. */
  made: string[];
  forgetAssets(): Promise<void>;
  /** Pays from the treasury's wallet without AMP. */
  sendOutside(assetId: string, amount?: string): Promise<string>;
  /** Whether a distribution's pre-flight finds no alert. */
  preflight(assetUuid: string): Promise<boolean | undefined>;
}

interface WatchedAsset {
  uuid: string;
  assetId: string;
  tokenId: string;
}

const RECHECK_MS = 1;

async function openAlerts(workspaceId: string, assetUuid: string) {
  const alerts = await listAlerts(workspaceId, { states: ["open", "acknowledged"], limit: 50 });
  return alerts.filter((alert) => alert.assetUuid === assetUuid);
}

async function issueAuthorised({ sandbox, amp }: Bench, options: { reissuable?: boolean }) {
  const issued = await issue(sandbox, amp, { restricted: false, ...options });
  await mine(sandbox, 3);
  await amp.get(`/assets/${issued.asset_uuid}/register-authorized`);
  return { uuid: issued.asset_uuid, assetId: issued.asset_id, tokenId: issued.reissuance_token_id };
}

export async function openWatchBench(env: Record<string, string> = {}): Promise<WatchBench> {
  const bench = await openBench(() => env);
  const { workspaceId } = bench.actor;
  const rpc: WatchBench["rpc"] = (method, params) => callNode(bench.sandbox, method, params);
  const made: string[] = [];
  const own = async <T extends { uuid: string }>(making: Promise<T>): Promise<T> => {
    const asset = await making;
    made.push(asset.uuid);
    return asset;
  };
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
    rpc,
    newAsset: (options = {}) => own(issueAuthorised(bench, options)),
    distributable: () => own(readyAsset(bench)),
    made,
    forgetAssets: async () => {
      for (const uuid of made.splice(0)) await bench.amp.delete(`/assets/${uuid}/delete`);
    },
    sendOutside: async (assetId, amount = "0.00000007") => {
      const address = await rpc("getnewaddress");
      return rpc("sendtoaddress", { address, amount, assetlabel: assetId } as unknown as unknown[]);
    },
    preflight: async (assetUuid) =>
      (await previewDistribution(bench.actor, assetUuid)).checks.find(({ id }) => id === "no-alert")?.isOk,
  };
}

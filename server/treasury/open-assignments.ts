import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { AmpClient } from "@/server/amp/client";

/** What is not distributed yet, taken by an order or not. AMP: GET /assets/{a}/assignments with `distributed=false` */
export const openAssignments = (amp: AmpClient, assetUuid: string): Promise<Assignment[]> =>
  amp.call("listAssignments", { path: { assetUuid }, query: { distributed: false } });

import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import type { World } from "../world";
import type { Account } from "./accounts";
import { askDomain } from "./registration";

/**
 * What an endpoint has to ask outside of AMP before its handler runs, over HTTP and without a unit of work: other calls
 * go on meanwhile. The handler then looks again at what may have changed. @throws AmpRefusal when the answer is no
 */
export type Inquiry = (
  world: World,
  request: { account: Account; params: Record<string, string> },
) => Promise<void>;

export const inquiries: { [K in EndpointName]?: Inquiry } = { registerAsset: askDomain };

import type { z } from "zod";
import { AskedEndpoint, Decisions, ServiceKey, WholeDecision } from "@/lib/contracts/control-decisions";
import type { ControlClient } from "./client";

export interface DecisionQuery {
  assetUuid?: string | undefined;
  after?: string | undefined;
  count: number;
}

/** Newest first. Control: GET /authorizations */
export const listDecisions = (
  control: ControlClient,
  { assetUuid, after, count }: DecisionQuery,
): Promise<z.output<typeof Decisions>> =>
  control.call({
    method: "GET",
    path: "/authorizations",
    query: { asset_uuid: assetUuid, after, count },
    returns: Decisions,
  });

/** Control: GET /authorizations/one. @throws AppError NOT_FOUND */
export const readDecision = (control: ControlClient, uuid: string): Promise<WholeDecision> =>
  control.call({ method: "GET", path: "/authorizations/one", query: { uuid }, returns: WholeDecision });

/** Longer than AMP waits for an endpoint. */
const ASK_TIMEOUT_MS = 15_000;

/**
 * Has AMP's service key sign a message and an endpoint be asked about it; nothing is recorded and nothing moves.
 * Control: POST /authorizer/ask
 * @param message in its wire form
 */
export const askAsAmp = (
  control: ControlClient,
  { endpoint, message, breaksSignature }: { endpoint: string; message: unknown; breaksSignature: boolean },
): Promise<AskedEndpoint> =>
  control.call({
    method: "POST",
    path: "/authorizer/ask",
    body: { endpoint, message, breaks_signature: breaksSignature },
    returns: AskedEndpoint,
    timeoutMs: ASK_TIMEOUT_MS,
  });

/** The address that vouches for what AMP sends to issuers' endpoints. Control: GET /authorizer */
export const readServiceKey = (control: ControlClient): Promise<ServiceKey> =>
  control.call({ method: "GET", path: "/authorizer", returns: ServiceKey });

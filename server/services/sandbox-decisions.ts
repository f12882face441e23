import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type DecisionsView, type DecisionView, lookOf } from "@/lib/domain/sandbox";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { isUuid } from "@/lib/uuid";
import { listDecisions, readDecision, readServiceKey } from "@/server/control/decisions";
import { now } from "@/server/platform/clock";
import { assetChoices, controlFor } from "./sandbox";

/** What AMP decided about investors' transfers, newest first. Control: GET /authorizations, GET /authorizer */
export async function readDecisions(actor: Actor, query: ListQuery): Promise<DecisionsView> {
  const control = await controlFor(actor);
  const { asset } = query.filters;
  if (query.cursor !== undefined && !isUuid(query.cursor))
    throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  const [{ authorizations, next }, serviceKey, assets] = await Promise.all([
    listDecisions(control, {
      // What is no uuid in an old link filters nothing.
      assetUuid: asset && isUuid(asset) ? asset : undefined,
      after: query.cursor,
      count: query.limit,
    }),
    readServiceKey(control),
    assetChoices(actor),
  ]);
  const rows = authorizations.map((decision) => ({
    ...decision,
    asset: lookOf(assets, { assetUuid: decision.assetUuid, name: null }),
  }));
  return {
    page: { rows, nextCursor: next, total: null, freshness: { asOf: now(), source: "amp" } },
    assets,
    serviceKey,
  };
}

/** Control: GET /authorizations/one. @throws AppError NOT_FOUND */
export async function readOneDecision(actor: Actor, uuid: string): Promise<DecisionView> {
  const control = await controlFor(actor);
  if (!isUuid(uuid)) throw new AppError("NOT_FOUND", errorsText.notHere);
  const [decision, assets] = await Promise.all([readDecision(control, uuid), assetChoices(actor)]);
  return { ...decision, asset: lookOf(assets, { assetUuid: decision.assetUuid, name: null }) };
}

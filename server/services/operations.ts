import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { OperationRow } from "@/lib/domain/treasury";
import { now } from "@/server/platform/clock";
import { listOperations, type Operation } from "@/server/treasury/store";
import { offsetCursor, readCursor } from "./list";

/**
 * One page of a workspace's operations, or of one asset's, open ones first; filtered by state "open". Whoever calls
 * has asked whether the person may see them.
 */
export async function pageOfOperations(
  workspaceId: string,
  query: ListQuery,
  of: { assetUuid?: string } = {},
): Promise<ListPage<OperationRow>> {
  const offset = readCursor(query.cursor);
  const { limit, filters } = query;
  const found = await listOperations(workspaceId, {
    ...of,
    openFirst: true,
    openOnly: filters.state === "open",
    limit: limit + 1,
    offset,
  });
  return {
    rows: found.slice(0, limit).map(toRow),
    nextCursor: found.length > limit ? offsetCursor(offset + limit) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
}

const toRow = ({ intent, facts, problem, ...operation }: Operation): OperationRow => ({
  id: operation.id,
  assetUuid: operation.assetUuid,
  assetName: intent.assetName,
  ticker: intent.ticker,
  precision: intent.precision,
  totalSats: intent.totalSats,
  recipients: intent.assignments.length,
  state: operation.state,
  problem: problem?.message ?? null,
  requestedBy: operation.requestedBy,
  txid: facts.txid ?? null,
  confirmations: facts.confirmations ?? null,
  createdAt: operation.createdAt,
});

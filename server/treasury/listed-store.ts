import { and, asc, desc, eq, ilike, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { OperationKind } from "@/lib/domain/intent";
import { FINAL_STATES, type OPERATION_FILTERS } from "@/lib/domain/operation";
import { containing } from "@/server/audit/containing";
import { operations } from "@/server/db/schema/treasury";

/** Which operations a list has, and in which order. */
export interface OperationsWhere {
  assetUuid?: string;
  kinds?: readonly OperationKind[];
  state?: (typeof OPERATION_FILTERS)[number];
  /** The asset's name or ticker, a person, the operation's id; or a whole txid. */
  search?: string;
  /** Those that are not at their end before all others. */
  openFirst?: boolean;
  oldestFirst?: boolean;
}

const { state, kind, createdAt, facts, intentHead } = operations;
const isOpen = notInArray(state, [...FINAL_STATES]);

export function isListed(workspaceId: string, where: OperationsWhere): SQL | undefined {
  return and(
    eq(operations.workspaceId, workspaceId),
    where.assetUuid === undefined ? undefined : eq(operations.assetUuid, where.assetUuid),
    where.kinds === undefined ? undefined : inArray(kind, [...where.kinds]),
    where.state === "open" ? isOpen : undefined,
    where.state === undefined || where.state === "open" ? undefined : eq(state, where.state),
    where.search === undefined ? undefined : isFound(where.search),
  );
}

export const orderOf = ({ openFirst, oldestFirst }: OperationsWhere): SQL[] => [
  ...(openFirst ? [sql`${inArray(state, [...FINAL_STATES])}`] : []),
  (oldestFirst ? asc : desc)(createdAt),
  asc(operations.id),
];

const TXID = /^[0-9a-f]{64}$/i;

/** Facts are never searched as text: signed transactions stand among them. */
function isFound(search: string): SQL | undefined {
  if (TXID.test(search)) return isPaidBy(search.toLowerCase());
  const pattern = containing(search);
  return or(
    sql`${intentHead}::jsonb ->> 'assetName' ilike ${pattern}`,
    sql`${intentHead}::jsonb ->> 'ticker' ilike ${pattern}`,
    sql`${operations.id}::text ilike ${pattern}`,
    ilike(operations.requestedBy, pattern),
  );
}

/** One of its transactions: the last, or that of an earlier batch. */
const isPaidBy = (txid: string): SQL => {
  const booked = JSON.stringify([{ txid }]);
  return sql`(${facts}::jsonb ->> 'txid' = ${txid} or ${facts}::jsonb -> 'sentBatches' @> ${booked}::jsonb)`;
};

import { and, asc, desc, eq, gt, ilike, inArray, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { OperationKind } from "@/lib/domain/intent";
import { FINAL_STATES, type OPERATION_FILTERS } from "@/lib/domain/operation";
import { containing } from "@/server/audit/containing";
import { operations } from "@/server/db/schema/treasury";

/** Which operations a list has, and in which order. */
export interface OperationsWhere {
  assetUuid?: string;
  kinds?: readonly OperationKind[];
  state?: (typeof OPERATION_FILTERS)[number];
  /** The asset's name or ticker, a person, the operation's id, what `called` says; a txid of any of its transactions. */
  search?: string;
  /** What people call each kind, with `{}` where the asset's name stands. */
  called?: readonly (readonly [OperationKind, string])[];
  /** Those that are not at their end before all others. */
  openFirst?: boolean;
  oldestFirst?: boolean;
  /** The last operation of the page before. */
  behind?: OperationPlace | null;
}

/** Where an operation stands in such a list. */
export interface OperationPlace {
  isOver: boolean;
  at: Date;
  id: string;
}

const { state, kind, createdAt, facts, intentHead } = operations;
const isOpen = notInArray(state, [...FINAL_STATES]);
const isOver = inArray(state, [...FINAL_STATES]);

export function isListed(workspaceId: string, where: OperationsWhere): SQL | undefined {
  return and(
    eq(operations.workspaceId, workspaceId),
    where.assetUuid === undefined ? undefined : eq(operations.assetUuid, where.assetUuid),
    where.kinds === undefined ? undefined : inArray(kind, [...where.kinds]),
    where.state === "open" ? isOpen : undefined,
    where.state === undefined || where.state === "open" ? undefined : eq(state, where.state),
    where.search === undefined ? undefined : isFound(where.search, where.called),
    where.behind ? isBehind(where.behind, where) : undefined,
  );
}

/** What the order puts after a place; an operation that ends while somebody turns pages is met once more behind it. */
function isBehind(place: OperationPlace, { openFirst, oldestFirst }: OperationsWhere): SQL | undefined {
  const isLater = or(
    (oldestFirst ? gt : lt)(createdAt, place.at),
    and(eq(createdAt, place.at), gt(operations.id, place.id)),
  );
  if (!openFirst) return isLater;
  return place.isOver ? and(isOver, isLater) : or(isOver, isLater);
}

export const orderOf = ({ openFirst, oldestFirst }: OperationsWhere): SQL[] => [
  ...(openFirst ? [sql`${isOver}`] : []),
  (oldestFirst ? asc : desc)(createdAt),
  asc(operations.id),
];

const TXID = /^[0-9a-f]{64}$/i;
/** So many digits are no chance. */
const TXID_BEGUN = /^[0-9a-f]{8,63}$/i;

/** Facts are never searched as text: signed transactions stand among them. */
function isFound(search: string, called: OperationsWhere["called"]): SQL | undefined {
  if (TXID.test(search)) return isPaidBy(search.toLowerCase());
  const pattern = containing(search);
  return or(
    TXID_BEGUN.test(search) ? isPaidByOneWith(search.toLowerCase()) : undefined,
    called && sql`${callOf(called)} ilike ${pattern}`,
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

/** The same of transactions whose id begins so. */
const isPaidByOneWith = (digits: string): SQL => sql`(${facts}::jsonb ->> 'txid' like ${`${digits}%`}
  or exists (select 1 from jsonb_array_elements(coalesce(${facts}::jsonb -> 'sentBatches', '[]')) as batch
    where batch ->> 'txid' like ${`${digits}%`}))`;

function callOf(called: NonNullable<OperationsWhere["called"]>): SQL {
  const cases = called.map(([name, words]) => sql`when ${name} then ${words}`);
  return sql`replace((case ${kind} ${sql.join(cases, sql` `)} end)::text, '{}', ${intentHead}::jsonb ->> 'assetName')`;
}

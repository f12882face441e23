import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { CallsView } from "@/lib/domain/sandbox";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { listCalls } from "@/server/control/calls";
import { listFaultTargets } from "@/server/control/faults";
import { now } from "@/server/platform/clock";
import { controlFor } from "./sandbox";

/** What AMP, the node and the registry were asked, newest first. Control: GET /calls, GET /faults/targets */
export async function readCalls(actor: Actor, query: ListQuery): Promise<CallsView> {
  const control = await controlFor(actor);
  const { surface, method, status } = query.filters;
  const [found, { node }] = await Promise.all([
    listCalls(control, {
      before: readBefore(query.cursor),
      path: query.q,
      surface,
      method: method?.trim() || undefined,
      status,
      limit: query.limit + 1,
    }),
    listFaultTargets(control),
  ]);
  const rows = found.slice(0, query.limit);
  return {
    page: {
      rows,
      nextCursor: found.length > rows.length ? String(rows.at(-1)?.id) : null,
      total: null,
      freshness: { asOf: now(), source: "amp" },
    },
    rpcMethods: node,
  };
}

function readBefore(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
}

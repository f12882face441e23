import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Result } from "@/lib/errors";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { toErrorView } from "./result";

/** What every action's door has in common: one request id, and the only place that catches. */
export function throughDoor<T>(work: () => Promise<T>): Promise<Result<T>> {
  const requestId = newRequestId();
  return withRequestId(requestId, async () => {
    try {
      return { ok: true, data: await work() };
    } catch (error) {
      unstable_rethrow(error); // redirect() and notFound() travel as exceptions
      return { ok: false, error: toErrorView(error, requestId) };
    }
  });
}

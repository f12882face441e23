import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Result } from "@/lib/errors";
import type { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { withOrigin } from "./origin";
import { toErrorView } from "./result";

/**
 * What every action's door has in common: one request id, and the only place that catches.
 * @param within how the work gets its request id, and what goes with it
 */
export function throughDoor<T>(
  work: () => Promise<T>,
  within: typeof withRequestId = withOrigin,
): Promise<Result<T>> {
  const requestId = newRequestId();
  return within(requestId, async () => {
    try {
      return { ok: true, data: await work() };
    } catch (error) {
      unstable_rethrow(error); // redirect() and notFound() travel as exceptions
      return { ok: false, error: toErrorView(error, requestId) };
    }
  });
}

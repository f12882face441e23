import "server-only";
import { headers } from "next/headers";
import { deviceOf, remoteAddressOf } from "@/lib/domain/device";
import { deskEnv } from "@/server/platform/env";
import { type RequestContext, withRequestId } from "@/server/platform/request-context";

/** `withRequestId` for what came over the net: with when, and with where it came from, which the audit log keeps. */
export async function withOrigin<T>(
  requestId: string,
  work: () => Promise<T>,
  more: Omit<RequestContext, "requestId"> = {},
): Promise<T> {
  const begunAt = performance.now();
  const sent = await headers();
  return withRequestId(requestId, work, {
    ...more,
    begunAt,
    remoteAddress: remoteAddressOf(sent.get("x-forwarded-for"), deskEnv().AMPDESK_TRUSTED_PROXIES),
    device: deviceOf(sent.get("user-agent")),
  });
}

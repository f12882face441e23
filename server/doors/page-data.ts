import "server-only";
import { notFound, unstable_rethrow } from "next/navigation";
import type { Actor } from "@/lib/domain/actor";
import { AppError, type ErrorView } from "@/lib/errors";
import { pageActor, toSignIn } from "@/server/auth/actor";
import { now } from "@/server/platform/clock";
import { pageReads } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { withOrigin } from "./origin";
import { toErrorView } from "./result";

/** `asOf`: not younger than what was read. */
export type PageData<T> =
  | { ok: true; data: T; actor: Actor; asOf: Date }
  | { ok: false; error: ErrorView; actor: Actor };

/**
 * A page's read. Production builds hide the messages of thrown errors, so what a person must read comes back as a
 * value; a missing object becomes the not-found page, a dead session the sign-in.
 */
export async function pageData<T>(read: (actor: Actor) => Promise<T>): Promise<PageData<T>> {
  const actor = await pageActor();
  const requestId = newRequestId();
  const asOf = now();
  const reading = async (): Promise<PageData<T>> => {
    try {
      return { ok: true, data: await read(actor), actor, asOf };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
      if (error instanceof AppError && error.code === "UNAUTHENTICATED") await toSignIn();
      return { ok: false, error: toErrorView(error, requestId), actor };
    }
  };
  return withOrigin(requestId, reading, pageReads());
}

import { unstable_isUnrecognizedActionError as isOfOtherBuild, unstable_rethrow } from "next/navigation";
import type { ErrorView, Result } from "@/lib/errors";
import { decodeJson } from "@/lib/json";
import { sayLeaving } from "@/lib/leaving";
import { failuresText } from "@/lib/messages/failures";
import { POLL_HEADER } from "@/lib/poll";
import { signInFor } from "@/lib/routes";

/** A refusal or failure as the server told it, for `Alert`s. */
export class ViewError extends Error {
  constructor(readonly view: ErrorView) {
    super(view.message);
    this.name = "ViewError";
  }
}

/** What a read that failed says, whatever it failed of. */
export const viewOf = (error: Error): ErrorView => (error instanceof ViewError ? error.view : offline());

interface GetOptions {
  /** Sent by the page and not by a person: it does not count as use of the session. */
  isPoll?: boolean;
}

/** Reads one of our own GET routes; amounts come back as `bigint`, times as `Date`. @throws ViewError */
export async function getJson<T>(path: string, { isPoll = false }: GetOptions = {}): Promise<T> {
  const headers = { accept: "application/json", ...(isPoll ? { [POLL_HEADER]: "1" } : {}) };
  const response = await fetch(path, { headers }).catch(() => null);
  if (!response) throw new ViewError(offline());
  const text = await response.text();
  if (response.ok) return decodeJson(text) as T;
  const view = readView(text);
  if (view.code === "UNAUTHENTICATED") goToSignIn();
  throw new ViewError(view);
}

/**
 * Asks a server action: no network and a newer desk are failures like others, and whose session has ended signs in. Never
 * throws.
 */
export async function askAction<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  const result = await ask().catch((error): Result<T> => ({ ok: false, error: notAnswered(error) }));
  if (!result.ok && result.error.code === "UNAUTHENTICATED") goToSignIn();
  return result;
}

/**
 * Asks an action that leads to another page when it succeeds.
 * @returns its own answer, or why there was none
 * @throws what Next leads there by
 */
export async function askLeading<T>(ask: () => Promise<T>): Promise<T | ErrorView> {
  try {
    return await ask();
  } catch (error) {
    unstable_rethrow(error);
    return notAnswered(error);
  }
}

/** The session has ended: sign in and come back to this very page. */
export function goToSignIn(): void {
  sayLeaving();
  window.location.assign(signInFor(window.location.pathname + window.location.search));
}

export const offline = (): ErrorView => ({
  code: "UNAVAILABLE",
  message: failuresText.offline,
  retryable: true,
  requestId: "",
});

/** A newer desk knows none of an older page's actions, however often they are asked. */
const notAnswered = (error: unknown): ErrorView =>
  isOfOtherBuild(error)
    ? { ...offline(), message: failuresText.newer, retryable: false, isOutdated: true }
    : offline();

function readView(text: string): ErrorView {
  try {
    return decodeJson(text) as ErrorView;
  } catch {
    return offline();
  }
}

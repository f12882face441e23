import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { AppError } from "@/lib/errors";
import type { AmpClient } from "./client";

/** null where AMP answers that it is not there. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

/** For `catch`, where AMP may also refuse to tell of what is not there. */
export function noneWhenRefused(error: unknown): null {
  if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "REJECTED")) return null;
  throw error;
}

/** The whole register as it is this moment, not held but looked through. AMP: GET /registered_users/ */
export async function findAmongAll(
  amp: AmpClient,
  isMeant: (user: RegisteredUser) => boolean,
): Promise<RegisteredUser | null> {
  for await (const users of amp.rows("listRegisteredUsers")) {
    const found = users.find(isMeant);
    if (found) return found;
  }
  return null;
}

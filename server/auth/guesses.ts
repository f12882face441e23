import type { EnvironmentName } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { signInText } from "@/lib/messages/sign-in";
import { holdIn } from "@/server/platform/bounded";
import { now } from "@/server/platform/clock";
import { currentContext } from "@/server/platform/request-context";

/** So many passwords of one account are tried from one address within a minute; more would make the desk a place to guess from. */
const MOST = 10;
const WINDOW_MS = 60_000;
const MAX_ACCOUNTS = 10_000;

/** When passwords that were wrong, or are being tried, were given; in this process. */
const tried = new Map<string, number[]>();

/**
 * Asks AMP whether a password is right, unless too many were wrong lately from where it comes. Where the desk is not told the
 * addresses of its callers all count as one, and whoever goes on guessing keeps the account's owner waiting.
 * @param isWrong of an error: AMP refuses the password
 * @throws AppError UNAVAILABLE before AMP is asked
 */
export async function guessing<T>(
  environment: EnvironmentName,
  username: string,
  ask: () => Promise<T>,
  isWrong: (error: unknown) => boolean,
): Promise<T> {
  const from = currentContext()?.remoteAddress ?? "";
  const key = `${environment} ${username.toLowerCase()} ${from}`;
  const at = now().getTime();
  const lately = (tried.get(key) ?? []).filter((time) => Math.abs(at - time) < WINDOW_MS);
  if (lately.length >= MOST) throw new AppError("UNAVAILABLE", signInText.tooManyGuesses);
  holdIn(tried, MAX_ACCOUNTS, key, [...lately, at]);
  try {
    const answer = await ask();
    tried.delete(key);
    return answer;
  } catch (error) {
    if (!isWrong(error)) forgetOne(key, at);
    throw error;
  }
}

/** AMP did not say whether it was right. */
function forgetOne(key: string, at: number): void {
  const times = tried.get(key) ?? [];
  const place = times.indexOf(at);
  if (place >= 0) tried.set(key, times.toSpliced(place, 1));
}

import type { Actor, EnvironmentName, Role } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { signInText } from "@/lib/messages/sign-in";
import type { AmpClient } from "@/server/amp/client";
import { isAuditedSince, writeAudit } from "@/server/audit/store";
import { ampWith, isLockedOut, isRefusal, obtainToken } from "@/server/auth/amp-session";
import { endSession, endSessionsOf, findActor, openSession } from "@/server/auth/store";
import { transaction } from "@/server/db/client";
import { now } from "@/server/platform/clock";
import { type Environment, findEnvironment } from "@/server/platform/environments";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { currentRequestId } from "@/server/platform/request-context";
import { findWorkspaceNamed, saveWorkspace } from "@/server/vault/store";

export type SignInInput = { environment: EnvironmentName } & (
  | { method: "password"; username: string; password: string }
  | { method: "token"; token: string }
);

/**
 * Signs in at AMP, finds the role by asking AMP, stores the token with the workspace and opens a session.
 * @returns the session's secret for the cookie
 * @throws AppError REJECTED (AMP refuses), UNAVAILABLE (AMP away), INVALID_INPUT (environment not configured)
 */
export async function signIn(input: SignInInput): Promise<string> {
  const environment = findEnvironment(input.environment);
  if (!environment) throw new AppError("INVALID_INPUT", signInText.notConfigured);
  const { token, account } = await identify(environment, input).catch(async (error: unknown) => {
    if (input.method === "password" && isRefusal(error))
      await keepRefusal(environment, input.username).catch(notKept);
    throw error;
  });
  const accountName = account.username ?? (input.method === "password" ? input.username : null);
  const secret = await transaction(async (tx) => {
    const workspace = await saveWorkspace(tx, {
      environment: environment.name,
      role: account.role,
      accountName,
      ampUserId: account.ampUserId,
      token,
    });
    // A new token must not wake the sessions that the refused one had put to sleep.
    if (workspace.wasRefused) await endSessionsOf(tx, workspace.id);
    return openSession(tx, workspace.id, workspace.accountName ?? signInText.tokenHolder);
  });
  const actor = await findActor(secret);
  if (actor) {
    const detail = { method: input.method, role: account.role, environment: environment.name };
    await writeAudit(actor, {
      requestId: currentRequestId(),
      action: "session.opened",
      outcome: "ok",
      detail,
    });
  }
  return secret;
}

async function identify(
  environment: Environment,
  input: SignInInput,
): Promise<{ token: string; account: Account }> {
  const token = input.method === "token" ? input.token : await tokenByPassword(environment, input);
  return { token, account: await findRole(ampWith(environment, token), input.method) };
}

/** One in so much time: who guesses passwords must not fill a log that is only ever added to. */
const REFUSALS_APART_MS = 60_000;

/** In the log of the account's workspace, where there is one. What was typed as a password stands nowhere. */
async function keepRefusal({ name }: Environment, accountName: string): Promise<void> {
  const workspace = await findWorkspaceNamed(name, accountName);
  if (!workspace) return;
  const action = "session.refused";
  const since = new Date(now().getTime() - REFUSALS_APART_MS);
  if (await isAuditedSince(workspace.id, action, since)) return;
  await writeAudit(
    { workspaceId: workspace.id, personName: accountName },
    { requestId: currentRequestId(), action, outcome: "refused", detail: { environment: name } },
  );
}

/** Who is refused learns of the refusal, whatever became of its line in the log. */
const notKept = (error: unknown) => log.warn("sign-in.refusal-not-kept", { reason: reasonOf(error) });

const tokenByPassword = (environment: Environment, account: { username: string; password: string }) =>
  obtainToken(environment, account).catch((error: unknown) => {
    throw asRefusal(error, signInText.refused);
  });

interface Account {
  role: Role;
  username: string | null;
  ampUserId: number | null;
}

/** AMP: GET /managers/me answers managers alone; GET /assets/ answers issuers alone and names their user id. */
async function findRole(amp: AmpClient, method: SignInInput["method"]): Promise<Account> {
  const refused = method === "token" ? signInText.tokenRefused : signInText.refused;
  try {
    const manager = await amp.call("getOwnManager");
    return { role: "manager", username: manager.username, ampUserId: manager.id };
  } catch (error) {
    const isIssuer = error instanceof AppError && ["FORBIDDEN", "NOT_FOUND", "REJECTED"].includes(error.code);
    if (!isIssuer) throw asRefusal(error, refused);
  }
  const assets = await amp.call("listAssets").catch((error: unknown) => {
    throw asRefusal(error, refused);
  });
  return { role: "issuer", username: null, ampUserId: assets[0]?.issuer ?? null };
}

/** @param message where AMP does not say that the account itself is locked */
function asRefusal(error: unknown, message: string): unknown {
  if (!isRefusal(error)) return error;
  return new AppError("REJECTED", isLockedOut(error) ? signInText.locked : message, { cause: error });
}

/** Ends the session on the server and leaves an audit entry. */
export async function signOut(actor: Actor | null, secret: string): Promise<void> {
  await endSession(secret);
  if (actor)
    await writeAudit(actor, { requestId: currentRequestId(), action: "session.closed", outcome: "ok" });
}

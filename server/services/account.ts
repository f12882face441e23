import type { ListPage, ListQuery } from "@/lib/contracts/list";
import { MIN_PASSWORD } from "@/lib/domain/account";
import type { Actor } from "@/lib/domain/actor";
import type { SessionRow } from "@/lib/domain/session";
import { AppError, refuse } from "@/lib/errors";
import { accountText } from "@/lib/messages/account";
import { may } from "@/lib/policy";
import { audited } from "@/server/audit/audited";
import { ampWith, tokenFor } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { endOtherSessions, endSessionById, listSessions } from "@/server/auth/store";
import { changeToken } from "@/server/auth/token-change";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { listOperations } from "@/server/treasury/store";
import { pageOf } from "./list";

const OPEN = 100;
/** Beside the one that asks; a card of the settings is no page of its own. */
export const SESSIONS_AT_ONCE = 8;
const { changePassword: text } = accountText;

export interface AccountView {
  /** The session that asks; null in the moment in which it ended. */
  own: SessionRow | null;
  /** All others, the last used first. */
  others: ListPage<SessionRow>;
  idleMinutes: number;
  hours: number;
  /** Null when the role may not change password and token. */
  credentials: { canChangePassword: boolean; openOperations: number } | null;
}

/**
 * @param secret of the session that asks
 * @throws AppError INVALID_INPUT for a cursor of another list
 */
export async function readAccount(actor: Actor, secret: string, query: ListQuery): Promise<AccountView> {
  await authorize(actor, "session:manage");
  const mayChange = may(actor.role, "account:write");
  const [sessions, open] = await Promise.all([
    listSessions(actor.workspaceId, secret),
    mayChange ? listOperations(actor.workspaceId, { state: "open", limit: OPEN }) : [],
  ]);
  const env = deskEnv();
  return {
    own: sessions.find(({ isOwn }) => isOwn) ?? null,
    others: pageOf(
      sessions.filter(({ isOwn }) => !isOwn),
      { ...query, limit: SESSIONS_AT_ONCE },
      { sorts: { lastSeenAt: ({ lastSeenAt }) => lastSeenAt.getTime() }, defaultSort: "-lastSeenAt" },
    ),
    idleMinutes: env.AMPDESK_SESSION_IDLE_MINUTES,
    hours: env.AMPDESK_SESSION_HOURS,
    credentials: mayChange
      ? { canChangePassword: actor.accountName !== null, openOperations: open.length }
      : null,
  };
}

/** All live sessions of the workspace, the last used first, for a file. */
export async function listOwnSessions(actor: Actor): Promise<SessionRow[]> {
  await authorize(actor, "session:manage");
  return listSessions(actor.workspaceId, null);
}

/** @throws AppError NOT_FOUND when it has ended already, or is of another workspace */
export async function endOneSession(actor: Actor, { sessionId }: { sessionId: string }): Promise<void> {
  await authorize(actor, "session:manage");
  await audited(actor, { action: "session.ended" }, async () => {
    if (!(await endSessionById(actor.workspaceId, sessionId)))
      throw new AppError("NOT_FOUND", accountText.sessions.gone);
  });
}

/** @param secret of the session that stays */
export async function endOthers(actor: Actor, secret: string): Promise<{ count: number }> {
  await authorize(actor, "session:manage");
  return audited(actor, { action: "session.others-ended" }, async () => ({
    count: await endOtherSessions(actor.workspaceId, secret),
  }));
}

/**
 * A new token for the account; the present one is refused from then on. AMP: GET /info, GET /user/refresh-token (once)
 * @throws AppError UNAVAILABLE before anything was asked, or with all sessions ended when the answer was lost
 */
export async function refreshToken(actor: Actor): Promise<void> {
  await authorize(actor, "account:write");
  await ampAnswers(actor);
  await audited(actor, { action: "account.token-refreshed" }, () =>
    changeToken(actor, async (amp) => (await amp.call("refreshToken")).token),
  );
}

/**
 * A new password, and with it a new token; all other sessions end. AMP: POST /user/obtain_token with the present
 * password, POST /user/change-password (once)
 * @param secret of the session that stays
 * @throws AppError INVALID_INPUT under its field; REJECTED with AMP's words; UNAVAILABLE as `refreshToken`
 */
export async function changePassword(
  actor: Actor,
  secret: string,
  input: { current: string; password: string; repeat: string },
): Promise<void> {
  await authorize(actor, "account:write");
  const { accountName } = actor;
  if (accountName === null) throw new AppError("CONFLICT", text.byToken);
  refuse("password", input.password.length < MIN_PASSWORD, text.tooShort(MIN_PASSWORD));
  refuse("password", input.password === input.current, text.same);
  refuse("repeat", input.password !== input.repeat, text.differs);
  await audited(actor, { action: "account.password-changed" }, async () => {
    const present = { username: accountName, password: input.current };
    const token = await tokenFor(requireEnvironment(actor.environment), present);
    refuse("current", token === null, text.wrong);
    await changeToken(
      actor,
      async (amp) => (await amp.brief("changePassword", { body: { password: input.password } })).token,
      async (tx) => void (await endOtherSessions(actor.workspaceId, secret, tx)),
    );
  });
}

/** While AMP is away nothing is asked, so nothing can be lost. @throws AppError UNAVAILABLE */
const ampAnswers = (actor: Actor) => ampWith(requireEnvironment(actor.environment), null).call("getInfo");

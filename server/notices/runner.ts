import { randomUUID } from "node:crypto";
import type { EnvironmentName } from "@/lib/domain/actor";
import {
  backOffMs,
  type Delivery,
  isOn,
  MAX_TRIES,
  NOTICE_CHANNELS,
  type NoticeChannel,
  type NoticeTopic,
  TOLD_AGAIN_MS,
} from "@/lib/domain/notices";
import { noticesText } from "@/lib/messages/notices";
import { LOCKS } from "@/server/db/locks";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { inStoredWords } from "@/server/platform/stored-words";
import { withSessionLock } from "@/server/treasury/lock";
import { findWorkspace } from "@/server/vault/store";
import { type Noticed, noticesOf } from "./collect";
import { sendMail } from "./email";
import { NotSent } from "./not-sent";
import { findNoticeSettings, readHook, type StoredSettings, workspacesToNotify } from "./settings-store";
import {
  changeDelivery,
  closeGivenUp,
  dueDeliveries,
  forgetOldNotices,
  gatherNotices,
  noticesIn,
  syncNotices,
} from "./store";
import { sendHook } from "./webhook";

/** Between two looks of one worker. */
const LOOK_MS = 5_000;
/** Between two messages of one channel; what comes up meanwhile is told of in the next one. */
export const QUIET_MS = 5 * 60_000;
const { problems } = noticesText;

let lookedAt = 0;

/** `notifyAll`, as often as is worth it. */
export async function runDueNotices(): Promise<void> {
  if (Date.now() - lookedAt < LOOK_MS) return;
  lookedAt = Date.now();
  await notifyAll();
}

/**
 * Looks what needs a person, gathers what is new into one message per channel, and tries what is due. Several workers
 * may call it: one works for a workspace at a time, and a message that was sent while its worker died is sent again.
 */
export async function notifyAll(quietMs = QUIET_MS): Promise<void> {
  for (const workspaceId of await workspacesToNotify()) {
    try {
      await withSessionLock(LOCKS.notice, workspaceId, () =>
        inStoredWords(() => notify(workspaceId, quietMs)),
      );
    } catch (error) {
      // The others are not held up by it; its turn comes again in the next round.
      log.error("notices.round-failed", { workspace: workspaceId, reason: reasonOf(error) });
    }
  }
  await forgetOldNotices();
}

const NOTHING: Noticed = { notices: [], unsure: [] };

async function notify(workspaceId: string, quietMs: number): Promise<void> {
  const settings = await findNoticeSettings(workspaceId);
  if (!settings) return;
  const isAnyOn = NOTICE_CHANNELS.some((channel) => isOn(settings, channel));
  const { notices, unsure } = isAnyOn ? await noticesOf(workspaceId) : NOTHING;
  const isWanted = (topic: NoticeTopic) => settings.topics.includes(topic);
  const current = notices.filter(({ topic }) => isWanted(topic));
  const before = (ms: number) => new Date(now().getTime() - ms);
  for (const channel of NOTICE_CHANNELS) {
    if (isOn(settings, channel)) {
      await closeGivenUp(workspaceId, channel, before(TOLD_AGAIN_MS));
      await syncNotices(workspaceId, channel, current, unsure.filter(isWanted));
      await gatherNotices({ id: randomUUID(), workspaceId, channel }, before(quietMs));
    } else await syncNotices(workspaceId, channel, []);
  }
  const due = await dueDeliveries(workspaceId);
  if (due.length === 0) return;
  const environment = (await findWorkspace(workspaceId))?.environment ?? "live";
  for (const delivery of due) await carry({ workspaceId, environment, settings }, delivery);
}

/** Whose messages are sent, and how, as it was at the round's beginning. */
interface Sender {
  workspaceId: string;
  environment: EnvironmentName;
  settings: StoredSettings;
}

/** One try. @returns how it stands then, its problem in words as they are stored */
export const carry = (sender: Sender, delivery: Delivery): Promise<Delivery> =>
  inStoredWords(() => tryOnce(sender, delivery));

async function tryOnce(sender: Sender, delivery: Delivery): Promise<Delivery> {
  const { id, channel, isTest } = delivery;
  const notices = await noticesIn(id);
  if (notices.length === 0 && !isTest)
    return changeDelivery(id, { state: "obsolete", endedAt: now(), problem: null });
  const tries = delivery.tries + 1;
  try {
    const { environment } = sender;
    const message = { id, environment, isTest, createdAt: delivery.createdAt, notices };
    const problem = await send(sender, channel, message);
    return await changeDelivery(id, { state: "sent", tries, endedAt: now(), problem });
  } catch (error) {
    // Whatever went wrong with one message must not hold up the others.
    const isKnown = error instanceof NotSent;
    const problem = isKnown ? error.message : problems.failed;
    // Below the words of a known one stand the mail server's, which can repeat addresses.
    const reason = reasonOf(isKnown ? new Error(problem) : error);
    log.warn("notices.not-sent", { delivery: id, channel, tries, reason });
    // A test is answered at once, so there is nobody to try it again for.
    if (isTest || tries >= MAX_TRIES)
      return changeDelivery(id, { state: "dead", tries, endedAt: now(), problem });
    const dueAt = new Date(now().getTime() + backOffMs(tries));
    return changeDelivery(id, { tries, dueAt, problem });
  }
}

async function send(
  { workspaceId, settings }: Sender,
  channel: NoticeChannel,
  message: Parameters<typeof sendMail>[0],
): Promise<string | null> {
  const origin = deskEnv().AMPDESK_URL?.replace(/\/+$/, "") ?? null;
  if (!isOn(settings, channel)) throw new NotSent(problems.off);
  if (channel === "email") return sendMail(message, settings.emails, origin, settings.language);
  const hook = await openHook(workspaceId);
  if (!hook) throw new NotSent(problems.off);
  await sendHook(message, hook, origin, settings.language);
  return null;
}

/** A key that cannot be opened any more is as good as none. */
const openHook = (workspaceId: string) =>
  readHook(workspaceId).catch((error: unknown) => {
    log.error("notices.key-not-opened", { workspace: workspaceId, reason: reasonOf(error) });
    return null;
  });

import { randomUUID } from "node:crypto";
import {
  backOffMs,
  type Delivery,
  MAX_TRIES,
  NOTICE_CHANNELS,
  type NoticeChannel,
} from "@/lib/domain/notices";
import { noticesText } from "@/lib/messages/notices";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { withSessionLock } from "@/server/treasury/lock";
import { findWorkspace } from "@/server/vault/store";
import { noticesOf } from "./collect";
import { sendMail } from "./email";
import { NotSent } from "./not-sent";
import { findNoticeSettings, readHook, workspacesToNotify } from "./settings-store";
import {
  changeDelivery,
  dueDeliveries,
  forgetOldNotices,
  gatherNotices,
  noticesIn,
  syncNotices,
} from "./store";
import { sendHook } from "./webhook";

const NOTICE_LOCK = 47;
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
  for (const workspaceId of await workspacesToNotify())
    await withSessionLock(NOTICE_LOCK, workspaceId, () => notify(workspaceId, quietMs));
  await forgetOldNotices();
}

async function notify(workspaceId: string, quietMs: number): Promise<void> {
  const settings = await findNoticeSettings(workspaceId);
  if (!settings) return;
  const all = settings.isEmailOn || settings.isWebhookOn ? await noticesOf(workspaceId) : [];
  const current = all.filter(({ topic }) => settings.topics.includes(topic));
  for (const channel of NOTICE_CHANNELS) {
    const isOn = channel === "email" ? settings.isEmailOn : settings.isWebhookOn;
    await syncNotices(workspaceId, channel, isOn ? current : []);
    await gatherNotices({ id: randomUUID(), workspaceId, channel }, new Date(now().getTime() - quietMs));
  }
  for (const delivery of await dueDeliveries(workspaceId)) await carry(workspaceId, delivery);
}

/** One try. @returns how it stands then */
export async function carry(workspaceId: string, delivery: Delivery): Promise<Delivery> {
  const { id, channel, isTest } = delivery;
  const notices = await noticesIn(id);
  if (notices.length === 0 && !isTest)
    return changeDelivery(id, { state: "obsolete", endedAt: now(), problem: null });
  const tries = delivery.tries + 1;
  try {
    const environment = (await findWorkspace(workspaceId))?.environment ?? "live";
    const message = { id, environment, isTest, createdAt: delivery.createdAt, notices };
    const problem = await send(workspaceId, channel, message);
    return await changeDelivery(id, { state: "sent", tries, endedAt: now(), problem });
  } catch (error) {
    // Whatever went wrong with one message must not hold up the others.
    const isKnown = error instanceof NotSent;
    const problem = isKnown ? error.message : problems.failed;
    // Below the words of a known one stand the mail server's, which can repeat addresses.
    const reason = isKnown ? problem : reasonOf(error);
    log.warn("notices.not-sent", { delivery: id, channel, tries, reason });
    // A test is answered at once, so there is nobody to try it again for.
    if (isTest || tries >= MAX_TRIES)
      return changeDelivery(id, { state: "dead", tries, endedAt: now(), problem });
    const dueAt = new Date(now().getTime() + backOffMs(tries));
    return changeDelivery(id, { tries, dueAt, problem });
  }
}

async function send(
  workspaceId: string,
  channel: NoticeChannel,
  message: Parameters<typeof sendMail>[0],
): Promise<string | null> {
  const origin = deskEnv().AMPDESK_URL?.replace(/\/+$/, "") ?? null;
  if (channel === "email") {
    const settings = await findNoticeSettings(workspaceId);
    if (!settings?.isEmailOn) throw new NotSent(problems.off);
    return sendMail(message, settings.emails, origin);
  }
  const hook = await openHook(workspaceId);
  if (!hook) throw new NotSent(problems.off);
  await sendHook(message, hook, origin);
  return null;
}

/** A key that cannot be opened any more is as good as none. */
const openHook = (workspaceId: string) =>
  readHook(workspaceId).catch((error: unknown) => {
    log.error("notices.key-not-opened", { workspace: workspaceId, reason: reasonOf(error) });
    return null;
  });

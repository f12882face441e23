import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { NOTICE_TOPICS } from "@/lib/domain/notices";
import type { AlertKind } from "@/lib/domain/watch";
import { pool, transaction } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { type NoticesInput, readNotices, saveNotices } from "@/server/services/notices";
import { saveWorkspace } from "@/server/vault/store";
import { saveLook } from "@/server/watch/store";
import { notifyAll } from "./runner";
import { type HookReceiver, type MailServer, startHookReceiver, startMailServer } from "./testing";

/** A desk with a mail server and a receiver of webhooks. */
export interface NoticesDesk extends TestDesk {
  mail: MailServer;
  hook: HookReceiver;
  /** Forgets what was sent, who is told, and every trouble. */
  forget(): Promise<void>;
}

export async function openNoticesDesk(): Promise<NoticesDesk> {
  const [mail, hook] = await Promise.all([startMailServer(), startHookReceiver()]);
  const desk = await openTestDesk({
    AMPDESK_URL: "https://desk.example/",
    SMTP_URL: mail.url,
    SMTP_FROM: "Ampdesk <desk@issuer.example>",
    NOTIFY_WEBHOOK_HOSTS: hook.host,
  });
  return {
    ...{ mail, hook, dump: desk.dump },
    close: async () => {
      await desk.close();
      await Promise.all([mail.stop(), hook.stop()]);
    },
    forget: async () => {
      mail.refuse(null);
      mail.mails.length = 0;
      await forgetNotices(hook);
    },
  };
}

export async function forgetNotices(hook: HookReceiver): Promise<void> {
  turnClock(0);
  hook.answer(204);
  hook.calls.length = 0;
  await pool().query("delete from notice_settings");
}

/** An issuer with a workspace of its own. */
export async function newIssuer(): Promise<Actor> {
  const accountName = randomUUID();
  const account = { environment: "live", role: "issuer", accountName, ampUserId: null } as const;
  const { id } = await transaction((tx) => saveWorkspace(tx, { ...account, token: randomUUID() }));
  return { ...account, workspaceId: id, personName: "Ada" };
}

/** All by e-mail, unless told otherwise. */
export const saveSettings = async (actor: Actor, input: Partial<NoticesInput> = {}) =>
  saveNotices(actor, {
    isEmailOn: true,
    emails: "ops@issuer.example, desk@issuer.example",
    isWebhookOn: false,
    webhookUrl: "",
    topics: [...NOTICE_TOPICS],
    shown: (await readNotices(actor)).settings,
    ...input,
  });

export const FIGURES = {
  issuedSats: 1n,
  reissuedSats: 0n,
  burnedSats: 0n,
  holdersSats: 0n,
  blacklistedSats: 0n,
  treasurySats: 1n,
  lostSats: 0n,
  walletSats: 1n,
  trackedCoins: 1,
  walletCoins: 1,
  ampTokens: 0n,
  walletTokens: 0n,
};
export const ASSET = { assetUuid: randomUUID(), name: "Harbour Bond 2031", ticker: "HRB31", precision: 2 };

/** What the watch finds from now on, one alert of each kind. */
export const findAlerts = ({ workspaceId }: Actor, kinds: AlertKind[]) =>
  saveLook(workspaceId, ASSET, {
    figures: FIGURES,
    tokens: [],
    isAuthorizable: false,
    sawWallet: true,
    findings: kinds.map((kind) => ({ kind, subject: kind, txid: null, operationId: null, isToken: false })),
  });

export const latestDelivery = async (actor: Actor) => (await readNotices(actor)).deliveries[0];

/** A round of the runner so much after now. */
export const notifyLater = (ms: number) => {
  turnClock(ms);
  return notifyAll();
};

import { may, type Permission } from "../policy";
import type { EnvironmentName, Role } from "./actor";

/** What a workspace can be told of. */
export const NOTICE_TOPICS = ["watch", "operation", "work", "account", "request", "kyc"] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** What somebody has to be allowed who is to do something about it. */
const SETTLED_BY: Record<NoticeTopic, Permission> = {
  watch: "treasury:watch",
  operation: "distribution:run",
  work: "user:write",
  account: "settings:read",
  request: "request:write",
  kyc: "request:write",
};

export const noticeTopicsOf = (role: Role): NoticeTopic[] =>
  NOTICE_TOPICS.filter((topic) => may(role, SETTLED_BY[topic]));

export const NOTICE_CHANNELS = ["email", "webhook"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** One thing that needs a person. Carries no personal data and no amounts. */
export interface Notice {
  /** The same thing has the same key in every look. */
  key: string;
  topic: NoticeTopic;
  title: string;
  detail: string;
  /** Of the desk's page where it is settled. */
  path: string;
  raisedAt: Date;
}

export interface NoticeSettings {
  isEmailOn: boolean;
  emails: string[];
  isWebhookOn: boolean;
  webhookUrl: string | null;
  topics: NoticeTopic[];
}

export const isOn = (settings: NoticeSettings, channel: NoticeChannel): boolean =>
  channel === "email" ? settings.isEmailOn : settings.isWebhookOn;

/**
 * `waiting` for its first or next try; `sent`; `dead` after the last try failed; `obsolete`: what it told of was solved
 * before a try succeeded.
 */
export type DeliveryState = "waiting" | "sent" | "dead" | "obsolete";

export interface Delivery {
  id: string;
  channel: NoticeChannel;
  isTest: boolean;
  state: DeliveryState;
  tries: number;
  dueAt: Date;
  createdAt: Date;
  endedAt: Date | null;
  /** Why the last try failed, for people. */
  problem: string | null;
}

export interface NoticesView {
  settings: NoticeSettings;
  /** What can be chosen. */
  topics: NoticeTopic[];
  hasSecret: boolean;
  /** The deployment has a mail server. */
  hasMail: boolean;
  /** Newest first. */
  deliveries: (Delivery & { count: number })[];
}

/** What one message says. */
export interface NoticeMessage {
  id: string;
  environment: EnvironmentName;
  isTest: boolean;
  createdAt: Date;
  notices: Notice[];
}

export const MAX_TRIES = 8;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Until the next try, after `tries` that failed. */
export const backOffMs = (tries: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);

/** After a message was given up, until what still stands of it comes in another one. */
export const TOLD_AGAIN_MS = LONGEST_PAUSE_MS;

export const MAX_EMAILS = 10;
const EMAIL =
  /^[^\s@<>(),;:"\\[\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);

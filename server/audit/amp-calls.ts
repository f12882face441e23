import { endpointList } from "@/lib/contracts/amp/endpoints";
import {
  type AmpCallSeen,
  type AnswerForm,
  formOf,
  MAX_BODY_CHARS,
  withoutSecrets,
} from "@/lib/domain/amp-call";
import { printExactJson } from "@/lib/exact-json";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { currentContext, type RequestContext } from "@/server/platform/request-context";
import { deleteAmpCalls, insertAmpCalls, type NewAmpCall } from "./amp-call-store";

interface Waiting extends Omit<AmpCallSeen, "answer"> {
  workspaceId: string;
  personName: string | null;
  context: RequestContext;
  answerBytes: number | null;
  form: string | null;
}

const WRITE_AFTER_MS = 500;
const ROWS_AT_ONCE = 200;
/** While PostgreSQL is away the newest calls are left out of the log; the desk's own memory is worth more. */
const MAX_WAITING = 5_000;
/** The form of a longer answer is not worth reading it a second time. */
const MAX_FORM_CHARS = 65_536;

// Next loads a module once per bundle; there must be one queue per process.
const held = globalThis as typeof globalThis & { ampdeskCalls?: Queue };
interface Queue {
  waiting: Waiting[];
  /** Left out since the last portion was written. */
  leftOut: number;
  timer: ReturnType<typeof setTimeout> | null;
  writing: Promise<void>;
}
const queue = (): Queue => {
  held.ampdeskCalls ??= { waiting: [], leftOut: 0, timer: null, writing: Promise.resolve() };
  return held.ampdeskCalls;
};

/**
 * Keeps what is asked of AMP on behalf of a person or an operation; what a process looks at by itself is not logged, and
 * what an open page reads by itself only where it failed: it would bury what people did.
 * A call never waits for the log: it is written in portions, half a second behind, so a killed process loses at most that.
 */
export const logCallsOf =
  (workspaceId: string, personName: string | null = null) =>
  ({ answer, ...call }: AmpCallSeen): void => {
    const context = currentContext();
    if (!context || (context.isPoll && isPlainRead(call))) return;
    const state = queue();
    if (state.waiting.length >= MAX_WAITING) {
      state.leftOut += 1;
      return;
    }
    state.waiting.push({
      ...call,
      workspaceId,
      personName,
      context,
      answerBytes: answer === null ? null : Buffer.byteLength(answer),
      form: answer !== null && answer.length <= MAX_FORM_CHARS ? answer : null,
    });
    writeSoon();
  };

/** Answered, and nothing at AMP is another after it. */
const isPlainRead = ({ method, path, status, refusal }: Omit<AmpCallSeen, "answer">): boolean =>
  status !== null && status < 400 && refusal === null && !isChange(method, endpointOf(method, path));

function writeSoon(): void {
  const state = queue();
  if (state.timer !== null) return;
  state.timer = setTimeout(() => {
    state.timer = null;
    void flushAmpCalls();
  }, WRITE_AFTER_MS);
  state.timer.unref();
}

/** Writes what is waiting. What PostgreSQL refuses is lost, and said so in the server's log. */
export function flushAmpCalls(): Promise<void> {
  const state = queue();
  state.writing = state.writing.then(async () => {
    const { leftOut } = state;
    state.leftOut = 0;
    if (leftOut > 0) log.warn("audit.calls-lost", { count: leftOut, reason: "too many were waiting" });
    while (state.waiting.length > 0) {
      const portion = state.waiting.splice(0, ROWS_AT_ONCE);
      await insertAmpCalls(portion.map(toRow)).catch((error: unknown) =>
        log.warn("audit.calls-lost", { count: portion.length, reason: reasonOf(error) }),
      );
    }
  });
  return state.writing;
}

function toRow({ context, form, body, ...call }: Waiting): NewAmpCall {
  const text = body === undefined ? null : printExactJson(withoutSecrets(body, call.path));
  return {
    ...call,
    requestId: context.requestId,
    operationId: context.operationId ?? null,
    endpoint: endpointOf(call.method, call.path),
    body: text !== null && text.length <= MAX_BODY_CHARS ? text : null,
    bodyBytes: text === null ? null : Buffer.byteLength(text),
    answer: form === null ? null : (formOf(form) satisfies AnswerForm),
  };
}

/** Paths without a placeholder first: `/managers/me` is no manager's id. */
const PATTERNS = [...endpointList]
  .sort((a, b) => a.path.split("{").length - b.path.split("{").length)
  .map(({ name, method, path }) => ({
    name,
    method,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  }));

/** The name of an endpoint in the contract; null for a path that is not in it. */
export const endpointOf = (method: string, path: string): string | null =>
  PATTERNS.find((known) => known.method === method && known.pattern.test(path))?.name ?? null;

/** Endpoints that change something at AMP; some are GETs. */
export const CHANGING: readonly string[] = endpointList
  .filter(({ changesState }) => changesState)
  .map(({ name }) => name);

/** Whether a call changes something; of a path that is not in the contract the method tells. */
export const isChange = (method: string, endpoint: string | null): boolean =>
  endpoint === null ? method !== "GET" : CHANGING.includes(endpoint);

const DAY_MS = 86_400_000;
const PURGE_EVERY_MS = 3_600_000;
const DELETED_AT_ONCE = 5_000;
let purgedAt = Number.NEGATIVE_INFINITY;

/** Deletes what is older than `days`, at most once an hour; 0 keeps everything. */
export async function purgeAmpCalls(days: number): Promise<void> {
  const at = now().getTime();
  if (days === 0 || Math.abs(at - purgedAt) < PURGE_EVERY_MS) return;
  const olderThan = new Date(at - days * DAY_MS);
  while ((await deleteAmpCalls(olderThan, DELETED_AT_ONCE)) === DELETED_AT_ONCE);
  purgedAt = at;
}

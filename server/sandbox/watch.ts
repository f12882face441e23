import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { now } from "@/server/platform/clock";
import type { Body } from "@/server/platform/request-body";
import { noteCall, notesOf, type Surface } from "./call-log";
import type { CallWriter } from "./call-writer";
import { activeCalls } from "./elements/active-calls";
import { type Answer, type Invented, inventAnswer, isInvented } from "./faults/answers";
import type { Hits } from "./faults/book";
import type { Spoiler } from "./faults/fault";
import type { LateEffects } from "./faults/late";
import { namesOf } from "./faults/names";
import { halfOf, toResponse } from "./faults/wire";
import type { World } from "./world";

type Handler = (request: Request) => Promise<Response>;

/** One call as it arrived. */
export interface Incoming {
  surface: Surface;
  prefix: string;
  /** Without the prefix. */
  path: string;
  requestId: string;
  /** As the handler takes it. */
  request: Request;
  body: Body;
}

/** What all calls share. */
export interface Watch {
  world: World;
  writer: CallWriter;
  late: LateEffects;
}

/** Answers a call with the faults and the call log around its handler: what goes wrong by order does so here alone. */
export async function watch(
  { world, writer, late }: Watch,
  { surface, prefix, path, requestId, request, body }: Incoming,
  handler: Handler,
): Promise<Response> {
  const began = performance.now();
  const { generation } = world;
  const names = () => namesOf(surface, request.method, path, body);
  const hits = await world.faults.take({ surface, method: request.method, path, names });
  const { latencies, spoiler } = hits;
  // The handler may come late or never, and the log names the method all the same.
  if (surface === "node" && spoiler) for (const method of names()) noteCall(request, { method });
  const release = surface === "node" && isHeldUp(hits) ? listActive(names(), request) : () => {};
  const work = () => carryOut(handler, request).finally(release);

  for (const { ms, jitter_ms } of latencies) await sleep(ms + Math.random() * jitter_ms);
  const { answer, effectStatus } = await answerOf(spoiler, work);
  answer.headers.set("x-request-id", requestId);
  const stored = writer.record({
    at: now(),
    surface,
    ...notesOf(request),
    path: (prefix + path).slice(0, LONGEST_PATH),
    status: answer.status,
    requestId,
    durationMs: Math.round((performance.now() - began) * 100) / 100,
    sizeBytes: sentBytes(answer, spoiler),
    faults: shown(hits),
    effectStatus,
  });
  if (isLate(spoiler)) {
    const effect = async () => {
      if (world.generation !== generation) return;
      const { status } = await world.within(generation, work);
      if (world.generation !== generation) return;
      await writer.recordEffect(stored, { requestId, status, account: notesOf(request).account });
    };
    void late.start(spoiler.after_ms, effect).finally(release);
  } else release();
  await stored;
  return toResponse(answer, spoiler);
}

const LONGEST_PATH = 1000;

type Late = Extract<Invented, { after_ms: number }>;

const isLate = (fault?: Spoiler): fault is Late =>
  fault !== undefined && isInvented(fault) && "effect" in fault && fault.effect === "later";

const isHeldUp = ({ latencies, spoiler }: Hits) => latencies.length > 0 || isLate(spoiler);

/** Shows calls in getrpcinfo whose effect is still to come, however long their caller has been gone. */
function listActive(names: string[], request: Request): () => void {
  const ends = names.map((name, place) => activeCalls.start(name, place === 0 ? request : undefined));
  return () => {
    for (const end of ends) end();
  };
}

async function answerOf(spoiler: Spoiler | undefined, work: () => Promise<Answer>) {
  if (!spoiler || !isInvented(spoiler)) return { answer: await work() };
  const isDone = "effect" in spoiler && spoiler.effect === "done";
  return { effectStatus: isDone ? (await work()).status : null, answer: inventAnswer(spoiler) };
}

async function carryOut(handler: Handler, request: Request): Promise<Answer> {
  const response = await handler(request);
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body: body.byteLength > 0 ? body : null };
}

function sentBytes({ body }: Answer, spoiler?: Spoiler): number {
  if (!body) return 0;
  return (spoiler?.kind === "truncate" ? halfOf(body) : body).byteLength;
}

function shown({ latencies, spoiler }: Hits): { id: number; kind: string }[] | null {
  const hits = spoiler ? [...latencies, spoiler] : latencies;
  return hits.length > 0 ? hits.map(({ id, kind }) => ({ id, kind })) : null;
}

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** The caller's own id for the request, as long as it is a plain one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id") ?? "";
  return REQUEST_ID.test(given) ? given : randomUUID();
}

import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { startTestIdentity, type TestIdentity } from "../testing";
import {
  decision,
  deliver,
  openSession,
  PASSPORT,
  type Said,
  startVeriffDouble,
  type VeriffDouble,
} from "./double-testing";

/** Nobody else's document, so that tests do not meet. */
export const ownDocument = () => ({ ...PASSPORT, number: randomUUID() });

/** An identity service with a double of Veriff, and what a test does there. */
export function veriffBench() {
  const veriff = {} as VeriffDouble;
  const bench = {} as TestIdentity;
  beforeAll(async () => {
    Object.assign(veriff, await startVeriffDouble());
    Object.assign(bench, await startTestIdentity("default", { veriff: veriff.config }));
  });
  afterAll(async () => {
    await bench.stop?.();
    await veriff.stop?.();
  });
  afterEach(() => turnClock(0));

  const kycOf = async (bearer: string) => (await bench.call("GET /user/kyc", { bearer })).body;
  const isCompleted = async (bearer: string): Promise<boolean> =>
    (await bench.call("GET /user", { bearer })).body.kyc_completed;
  const rows = async (query: string) => (await bench.database.db.execute(query)).rows;

  /** A time of a decision, later with every call. */
  let minute = 0;
  const time = () => new Date(Date.UTC(2026, 0, 1, 0, ++minute)).toISOString();

  const decide = async (id: string, address: string | null, status: string, said: Said = {}, at = bench) => {
    const document = status === "approved" ? ownDocument() : null;
    const body = decision(id, status, address, { document, decisionTime: time(), ...said });
    expect((await deliver(at, "decision", body)).status).toBe(200);
    return body;
  };

  const approved = async (said: Said = {}) => {
    const session = await openSession(bench);
    const body = await decide(session.id, session.address, "approved", said);
    return { ...session, body };
  };

  return { veriff, bench, kycOf, isCompleted, rows, time, decide, approved };
}

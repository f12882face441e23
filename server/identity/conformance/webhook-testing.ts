import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { appUsers, userInfos } from "../db/user-tables";
import { veriffDecisions, veriffSessions } from "../db/veriff-tables";
import type { TestIdentity } from "../testing";
import { decision, type deliver, startVeriffDouble, type VeriffDouble } from "../veriff/double-testing";

export const isCompleted = async (bench: TestIdentity, bearer: string): Promise<boolean> =>
  (await bench.call("GET /user", { bearer })).body.kyc_completed;

export const recordsOf = ({ database: { db } }: TestIdentity, sessionId: string) =>
  db.select().from(userInfos).where(eq(userInfos.sessionId, sessionId)).orderBy(userInfos.createdAt);

export const linkOf = async ({ database: { db } }: TestIdentity, address: string) =>
  (await db.select().from(appUsers).where(eq(appUsers.address, address)))[0]?.userInfoUuid ?? null;

export const decisionOf = async ({ database: { db } }: TestIdentity, id: string) =>
  (await db.select().from(veriffDecisions).where(eq(veriffDecisions.id, id)))[0] ?? null;

export const sessionOf = async ({ database: { db } }: TestIdentity, id: string) =>
  (await db.select().from(veriffSessions).where(eq(veriffSessions.id, id)))[0] ?? null;

/** 400 without a word. */
const EMPTY_400 = [400, "", null];
export async function expectRefused(sent: ReturnType<typeof deliver>) {
  const { status, text, headers } = await sent;
  expect([status, text, headers.get("content-type")]).toEqual(EMPTY_400);
}

export const approved = (id: string, address: string | null, said = {}) =>
  decision(id, "approved", address, said);

/** A double of Veriff for the tests of a file. @returns what the service has to know of it */
export function veriffDouble(): () => Pick<VeriffDouble, "config"> {
  let veriff: VeriffDouble;
  beforeAll(async () => {
    veriff = await startVeriffDouble();
  });
  afterAll(() => veriff?.stop());
  return () => veriff;
}

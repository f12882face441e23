import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { standingOf } from "../kyc/standing";
import { keepUp } from "../kyc/upkeep";
import { signIn } from "../testing";
import { findUser } from "../users/user-store";
import { openSession, PASSPORT, PERSON } from "./double-testing";
import { ownDocument, veriffBench } from "./veriff-testing";

const { bench, kycOf, isCompleted, rows, time, decide, approved } = veriffBench();

describe("an approval", () => {
  test("ends with a later decline of the same session, and the next session starts anew", async () => {
    const { id, address, bearer } = await approved();
    expect(await isCompleted(bearer)).toBe(true);
    await decide(id, address, "declined", { reasonCode: 106 });
    expect(await isCompleted(bearer)).toBe(false);
    expect(await kycOf(bearer)).toMatchObject({ is_revoked: true, is_expired: false, completed_at: null });
    const { body } = await bench.call("POST /veriff/session", { bearer });
    expect(body).toMatchObject({ state: "created", decision: { status: "declined" } });
  });

  test("ends with another session's decline only when that was decided later", async () => {
    const early = time();
    const { address, bearer } = await approved();
    await decide(randomUUID(), address, "declined", { decisionTime: early });
    await decide(randomUUID(), address, "declined", { decisionTime: null });
    expect(await isCompleted(bearer)).toBe(true);
    await decide(randomUUID(), address, "declined");
    expect(await isCompleted(bearer)).toBe(false);
  });

  test("ends with its document, when somebody looks and when nobody does", async () => {
    const document = { ...ownDocument(), validUntil: "2020-01-01" };
    const seen = await approved({ document });
    expect(await isCompleted(seen.bearer)).toBe(false);
    expect(await kycOf(seen.bearer)).toMatchObject({
      ...{ kyc_completed: false, is_expired: true, is_revoked: false, document_valid_until: "2020-01-01" },
    });
    const { body } = await bench.call("POST /veriff/session", { bearer: seen.bearer });
    expect(body).toMatchObject({ state: "created", decision: null });
    expect(body.verification_url).not.toBe(seen.url);
    const unseen = await approved({ document });
    await keepUp(bench.identity);
    const [user] = await rows(`select * from identity.app_user where address = '${unseen.address}'`);
    expect(user?.user_info_uuid).toBeNull();
  });

  test("is missing, expired or valid for what needs it", async () => {
    const standing = async (address: string) => {
      const user = await findUser(bench.database.db, address);
      return user && standingOf(bench.identity, user);
    };
    const { address } = await openSession(bench);
    const valid = await approved();
    const ended = await approved({ document: { ...ownDocument(), validUntil: "2020-01-01" } });
    const odd = await approved({ document: { ...ownDocument(), validUntil: "soon" } });
    expect(await standing(address)).toBe("missing");
    expect(await standing(valid.address)).toBe("valid");
    for (let i = 0; i < 2; i++) expect(await standing(ended.address)).toBe("expired");
    await expect(standing(odd.address)).rejects.toThrow("no date");
    expect(await isCompleted(odd.bearer)).toBe(true);
  });

  test("with risk labels or a match with lists of sanctions waits, until one without them comes", async () => {
    const riskLabels = [{ label: "ip_mismatch", category: "ip" }];
    const { id, address, bearer } = await approved({ riskLabels });
    expect(await kycOf(bearer)).toMatchObject({
      ...{ kyc_completed: false, under_review: true, risk_labels: riskLabels },
      last_decision: { status: "approved", session_id: id },
    });
    const [kept] = await rows("select string_agg(risks, ' ') as all from identity.kyc_check");
    expect(kept?.all).not.toContain("ip_mismatch");
    await decide(id, address, "approved");
    expect(await kycOf(bearer)).toMatchObject({ kyc_completed: true, under_review: false, risk_labels: [] });
    const match = await approved({ person: { ...PERSON, pepSanctionMatch: "true" } });
    expect(await kycOf(match.bearer)).toMatchObject({ kyc_completed: false, under_review: true });
    await decide(match.id, match.address, "declined");
    expect(await kycOf(match.bearer)).toMatchObject({ under_review: false, is_revoked: true });
  });

  test("with labels that are accepted counts at once", async () => {
    const lenient = await bench.replica({ acceptedRiskLabels: ["ip_mismatch"] });
    const { id, address, bearer } = await openSession(bench);
    const label = (name: string) => ({ label: name, category: "ip" });
    await decide(id, address, "approved", { riskLabels: [label("ip_mismatch"), label("other")] }, lenient);
    expect(await isCompleted(bearer)).toBe(false);
    await decide(id, address, "approved", { riskLabels: [label("ip_mismatch")] }, lenient);
    expect(await kycOf(bearer)).toMatchObject({ kyc_completed: true, risk_labels: [label("ip_mismatch")] });
  });

  test("links no second wallet with one document where one person has one wallet", async () => {
    const picky = await bench.replica({ onePersonOneWallet: true });
    const document = { ...PASSPORT, number: "ab 12" };
    await approved({ document });
    const same = { ...PASSPORT, number: " AB 12" };
    const second = await openSession(bench);
    await decide(second.id, second.address, "approved", { document: same }, picky);
    expect(await kycOf(second.bearer)).toMatchObject({ kyc_completed: false, under_review: true });
    const sessionAt = async (days: number) => {
      turnClock(days * 86_400_000);
      const bearer = (await signIn(bench, second.wallet)).accessToken;
      return (await bench.call("POST /veriff/session", { bearer })).body.verification_url;
    };
    expect(await sessionAt(6)).toBe(second.url);
    expect(await sessionAt(8)).not.toBe(second.url);
    turnClock(0);
    await decide(second.id, second.address, "approved", { document: same }, bench);
    expect(await isCompleted(second.bearer)).toBe(true);
  });

  test("of a session that was not made here for the wallet links nobody where that is asked for", async () => {
    const wary = await bench.replica({ fixes: ["matchesSession"] });
    const victim = await openSession(bench);
    const other = await openSession(bench);
    await decide(other.id, victim.address, "approved", {}, wary);
    await decide(randomUUID(), victim.address, "approved", {}, wary);
    expect(await isCompleted(victim.bearer)).toBe(false);
    await decide(victim.id, victim.address, "approved", {}, wary);
    expect(await isCompleted(victim.bearer)).toBe(true);
  });
});

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { openPersonal } from "../kyc/record";
import { newWallet, signIn } from "../testing";
import { decision, deliver, event, openSession, PASSPORT, PERSON } from "../veriff/double-testing";
import { conform } from "./testing";
import {
  approved,
  decisionOf,
  expectRefused,
  isCompleted,
  linkOf,
  recordsOf,
  sessionOf,
  veriffDouble,
} from "./webhook-testing";

const veriff = veriffDouble();

/** Another approval than the last one, a second later. */
let second = 0;
const later = () => new Date(Date.UTC(2026, 0, 1) + ++second * 1_000).toISOString();

conform(
  {
    "ID-VWH-01": {
      strict: async (bench) => {
        const { accessToken, address } = await signIn(bench);
        const id = randomUUID();
        const riskLabels = [{ label: "velocity", category: "session" }];
        expect((await deliver(bench, "decision", approved(id, address, { riskLabels }))).status).toBe(200);
        const [record] = await recordsOf(bench, id);
        expect(record).toMatchObject({ connected: true, deactivated: false });
        expect(await linkOf(bench, address)).toBe(record?.uuid);
        expect(await isCompleted(bench, accessToken)).toBe(true);
      },
      default: async (bench) => {
        const { accessToken, address } = await signIn(bench);
        const id = randomUUID();
        const riskLabels = [{ label: "velocity", category: "session" }];
        expect((await deliver(bench, "decision", approved(id, address, { riskLabels }))).status).toBe(200);
        expect(await linkOf(bench, address)).toBeNull();
        expect((await recordsOf(bench, id))[0]).toMatchObject({ connected: false });
        expect((await deliver(bench, "decision", approved(id, address))).status).toBe(200);
        const record = (await recordsOf(bench, id)).at(-1);
        expect(record).toMatchObject({ connected: true, deactivated: false });
        expect(await linkOf(bench, address)).toBe(record?.uuid);
        expect(await isCompleted(bench, accessToken)).toBe(true);
      },
    },
    "ID-VWH-02": async (bench) => {
      const { bearer, address, id } = await openSession(bench);
      expect(await isCompleted(bench, bearer)).toBe(false);
      await deliver(bench, "decision", approved(id, address));
      expect(await isCompleted(bench, bearer)).toBe(true);
    },
    "ID-VWH-03": async (bench) => {
      const { address, id } = await openSession(bench);
      await deliver(bench, "decision", approved(id, address));
      const [record] = await recordsOf(bench, id);
      if (!record) throw new Error("There is no record.");
      expect(JSON.stringify(record)).not.toMatch(
        /Nora|Sample|P1234567|"1990"|1990-02-28|PASSPORT|2120-01-01/,
      );
      const { firstName, lastName, idNumber, dateOfBirth, nationality, placeOfBirth } = PERSON;
      expect({ sessionId: record.sessionId, ...openPersonal(bench.identity.config, record) }).toEqual({
        ...{ sessionId: id, firstName, lastName, idNumber, dateOfBirth, nationality, placeOfBirth },
        ...{
          documentType: PASSPORT.type,
          documentNumber: PASSPORT.number,
          documentCountry: PASSPORT.country,
        },
        ...{ documentValidFrom: PASSPORT.validFrom, documentValidUntil: PASSPORT.validUntil },
      });
    },
    "ID-VWH-04": async (bench) => {
      const { bearer, address, id } = await openSession(bench);
      expect((await deliver(bench, "decision", decision(id, "declined", address))).status).toBe(200);
      expect(await recordsOf(bench, id)).toEqual([]);
      expect(await isCompleted(bench, bearer)).toBe(false);
    },
    "ID-VWH-05": async (bench) => {
      await expectRefused(deliver(bench, "decision", { status: "success", verification: null }));
      await expectRefused(deliver(bench, "decision", { status: "success" }));
    },
    "ID-VWH-11": async (bench) => {
      const { id } = await openSession(bench);
      const { status, text } = await deliver(bench, "event", event(id, "submitted"));
      expect([status, text, (await sessionOf(bench, id))?.state]).toEqual([200, "", 2]);
    },
    "ID-VWH-12": async (bench) => {
      const { id } = await openSession(bench);
      expect((await deliver(bench, "event", event(id, "started"))).status).toBe(200);
      expect((await sessionOf(bench, id))?.state).toBe(1);
    },
    "ID-VWH-13": async (bench) => {
      const { id, address } = await openSession(bench);
      await deliver(bench, "event", event(id, "submitted"));
      await deliver(bench, "decision", decision(id, "resubmission_requested", address));
      expect((await decisionOf(bench, id))?.status).toBe("resubmission_requested");
      expect((await deliver(bench, "event", event(id, "started"))).status).toBe(200);
      expect([await decisionOf(bench, id), (await sessionOf(bench, id))?.state]).toEqual([null, 1]);
    },
    "ID-VWH-14": async (bench) => {
      const { status, text } = await deliver(bench, "event", event(randomUUID(), "started"));
      expect([status, text]).toEqual([404, ""]);
    },
    "ID-VWH-15": async (bench) => {
      const { id } = await openSession(bench);
      await expectRefused(deliver(bench, "event", event(id, "finished")));
      await expectRefused(deliver(bench, "event", { ...event(id, "started"), attemptId: null }));
      await expectRefused(deliver(bench, "event", "no JSON"));
    },
    "ID-VWH-18": async (bench) => {
      const { id, address } = await openSession(bench);
      const times = [later(), later()];
      await deliver(bench, "decision", decision(id, "review", address, { decisionTime: times[0] ?? null }));
      const declined = { reason: "no", reasonCode: 105, decisionTime: times[1] ?? null };
      await deliver(bench, "decision", decision(id, "declined", address, declined));
      expect(await decisionOf(bench, id)).toMatchObject({ status: "declined", code: 9102, ...declined });
    },
    "ID-VWH-19": async (bench) => {
      for (const said of [{ person: null }, { document: null }]) {
        const { id, address } = await openSession(bench);
        await expectRefused(deliver(bench, "decision", approved(id, address, said)));
        expect(await recordsOf(bench, id)).toEqual([]);
        expect((await decisionOf(bench, id)) !== null).toBe(bench.mode === "strict");
      }
    },
    "ID-VWH-20": async (bench) => {
      for (const name of ["firstName", "lastName"]) {
        const { id, address } = await openSession(bench);
        const person = { ...PERSON, [name]: null };
        const { status, body } = await deliver(bench, "decision", approved(id, address, { person }));
        expect([status, body.err_code]).toEqual([500, "0111"]);
        expect((await decisionOf(bench, id)) !== null).toBe(bench.mode === "strict");
      }
    },
    "ID-VWH-21": async (bench) => {
      const id = randomUUID();
      const { status, body } = await deliver(bench, "decision", approved(id, newWallet().address));
      expect([status, body.err_code]).toEqual([400, "0301"]);
      expect(await recordsOf(bench, id)).toHaveLength(bench.mode === "strict" ? 1 : 0);
    },
    "ID-VWH-22": async (bench) => {
      const { id, address } = await openSession(bench);
      expect((await deliver(bench, "decision", approved(id, null))).status).toBe(200);
      expect((await recordsOf(bench, id))[0]).toMatchObject({ connected: false, deactivated: false });
      expect(await linkOf(bench, address)).toBeNull();
    },
    "ID-VWH-23": async (bench) => {
      const { id, address, bearer } = await openSession(bench);
      const shouted = `0x${address.slice(2).toUpperCase()}`;
      expect((await deliver(bench, "decision", approved(id, shouted))).status).toBe(200);
      expect(await isCompleted(bench, bearer)).toBe(true);
    },
    "ID-VWH-24": async (bench) => {
      const { id, address } = await openSession(bench);
      const second = randomUUID();
      await deliver(bench, "decision", approved(id, address, { decisionTime: later() }));
      await deliver(bench, "decision", approved(second, address, { decisionTime: later() }));
      const [old] = await recordsOf(bench, id);
      const [young] = await recordsOf(bench, second);
      expect(old).toMatchObject({ connected: false, deactivated: true });
      expect(young).toMatchObject({ connected: true, deactivated: false });
      expect(await linkOf(bench, address)).toBe(young?.uuid);
    },
    "ID-VWH-25": async (bench) => {
      for (const code of [7001, 0, 42]) {
        const { id } = await openSession(bench);
        expect((await deliver(bench, "event", { ...event(id, "submitted"), code })).status).toBe(200);
        expect((await sessionOf(bench, id))?.state).toBe(2);
      }
    },
    "ID-VWH-26": async (bench) => {
      for (const status of ["accepted", "APPROVED", ""]) {
        await expectRefused(deliver(bench, "decision", decision(randomUUID(), status, null)));
      }
    },
    "ID-VWH-29": async (bench) => {
      const { id, address } = await openSession(bench);
      await deliver(bench, "decision", approved(id, address));
      expect(await sessionOf(bench, id)).toMatchObject({ connected: true, state: 0 });
    },
    "ID-VWH-31": {
      strict: async (bench) => {
        const { id, address } = await openSession(bench);
        for (let i = 0; i < 2; i++) await deliver(bench, "decision", approved(id, address));
        expect(await recordsOf(bench, id)).toHaveLength(2);
      },
      default: async (bench) => {
        const { id, address } = await openSession(bench);
        const same = approved(id, address);
        const answers = await Promise.all(Array.from({ length: 6 }, () => deliver(bench, "decision", same)));
        expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
        expect((await deliver(bench, "decision", same)).status).toBe(200);
        expect(await recordsOf(bench, id)).toHaveLength(1);
      },
    },
    "ID-VWH-32": {
      strict: async (bench) => {
        const { id, address } = await openSession(bench);
        await deliver(bench, "decision", approved(id, address));
        await deliver(bench, "event", event(id, "started"));
        expect(await decisionOf(bench, id)).toBeNull();
      },
      default: async (bench) => {
        const { id, address } = await openSession(bench);
        const [started, submitted] = ["started", "submitted"].map((action) => event(id, action, "attempt"));
        await deliver(bench, "event", started);
        await deliver(bench, "event", submitted);
        await deliver(bench, "decision", approved(id, address));
        // the same again, the same with other bytes, and one of an attempt that nobody knows
        const late = [started, { ...started, code: 1 }, event(id, "started")];
        for (const body of late) expect((await deliver(bench, "event", body)).status).toBe(200);
        expect((await decisionOf(bench, id))?.status).toBe("approved");
      },
    },
  },
  () => ({ veriff: veriff().config }),
);

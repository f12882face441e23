import { expect } from "vitest";
import { API_KEY, DOC_EVENT, decision, deliver, event, openSession, SECRET } from "../veriff/double-testing";
import { signHmac, signLegacy } from "../veriff/signature";
import { conform } from "./testing";
import { approved, decisionOf, expectRefused, sessionOf, veriffDouble } from "./webhook-testing";

const veriff = veriffDouble();

conform(
  {
    "ID-VWH-06": async (bench) => {
      const { id, address } = await openSession(bench);
      const wrong = { "x-signature": signLegacy("another body", SECRET) };
      await expectRefused(deliver(bench, "decision", approved(id, address), "legacy", wrong));
      expect(await decisionOf(bench, id)).toBeNull();
    },
    "ID-VWH-07": (bench) =>
      expectRefused(deliver(bench, "decision", approved("s", null), "legacy", { "x-auth-client": "other" })),
    "ID-VWH-08": async (bench) => {
      const { id } = await openSession(bench);
      const right = signLegacy(JSON.stringify(event(id, "started")), SECRET);
      for (const wrong of [right.replace(/^./, "g"), right.slice(1), ""]) {
        await expectRefused(
          deliver(bench, "event", event(id, "started"), "legacy", { "x-signature": wrong }),
        );
      }
      const body = JSON.stringify(event(id, "started"));
      const upper = { "x-signature": signLegacy(body, SECRET).toUpperCase() };
      await expectRefused(deliver(bench, "event", body, "legacy", upper));
      expect((await sessionOf(bench, id))?.state).toBe(0);
    },
    "ID-VWH-09": async (bench) => {
      const { id } = await openSession(bench);
      for (const client of [API_KEY.toUpperCase(), "", `${API_KEY}0`]) {
        const headers = { "x-auth-client": client };
        await expectRefused(deliver(bench, "event", event(id, "started"), "legacy", headers));
      }
      expect((await sessionOf(bench, id))?.state).toBe(0);
    },
    "ID-VWH-10": async (bench) => {
      const body = JSON.stringify(event("s", "started"));
      for (const kind of ["event", "decision"]) {
        const halves: Record<string, string>[] = [
          { "x-auth-client": API_KEY },
          { "x-signature": signLegacy(body, SECRET) },
        ];
        for (const headers of halves) {
          const answer = await bench.call(`POST /veriff/webhook/${kind}`, { body, headers });
          expect(Object.keys(answer.body)).toEqual(["timestamp", "status", "error", "path"]);
          expect(answer.body).toMatchObject({ status: 400, path: `/veriff/webhook/${kind}` });
        }
      }
    },
    "ID-VWH-16": async (bench) => {
      const { id } = await openSession(bench);
      const body = event(id, "submitted");
      const other = { "x-auth-client": "other" };
      await expectRefused(deliver(bench, "event", body, "legacy", other));
      await expectRefused(deliver(bench, "event", body, "legacy", { ...other, "x-signature": "wrong" }));
      expect((await deliver(bench, "event", body)).status).toBe(200);
    },
    "ID-VWH-17": async (bench) => {
      const body =
        '{"id":"cbb238c6-51a0-482b-bd1a-42a2e0b0ff1c","code":7002,"action":"submitted","feature":"selfid","attemptId":"fa3316d6-0222-407e-927d-e75545a11ce6","vendorData":null}';
      const legacy = "e668575d912d519acbc19a2fb77e5acfca01a284b17debf36779a4387c7affd5";
      expect(signHmac(body, SECRET)).toBe("8866fdd536cb7ee850d6a2d7d35e0bc3628c16e4d30c35eded2245552b573df4");
      const headers = { "x-auth-client": API_KEY, "x-signature": legacy };
      // 404 is what a proven event of an unknown session gets
      expect((await bench.call("POST /veriff/webhook/event", { body, headers })).status).toBe(404);
      await expectRefused(bench.call("POST /veriff/webhook/event", { body: `${body}\n`, headers }));
      const proof = { "x-auth-client": API_KEY, "x-signature": DOC_EVENT.legacy };
      const sent = await bench.call("POST /veriff/webhook/event", { body: DOC_EVENT.body, headers: proof });
      expect(sent.status).toBe(404);
    },
    "ID-VWH-27": async (bench) => {
      const { id, address } = await openSession(bench);
      const answers = [
        await deliver(bench, "event", event(id, "started")),
        await deliver(bench, "decision", decision(id, "review", address)),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    },
    "ID-VWH-28": async (bench) => {
      const { id, address } = await openSession(bench);
      const answers = [
        await deliver(bench, "event", event(id, "started")),
        await deliver(bench, "decision", approved(id, address)),
      ];
      for (const { text, headers } of answers)
        expect([text, headers.get("content-type")]).toEqual(["", null]);
    },
    "ID-VWH-30": {
      strict: async (bench) => {
        const { id } = await openSession(bench);
        expect((await deliver(bench, "event", event(id, "started"), "hmac")).body.error).toBe("Bad Request");
      },
      default: async (bench) => {
        const { id } = await openSession(bench);
        expect((await deliver(bench, "event", event(id, "started"), "hmac")).status).toBe(200);
        const submitted = event(id, "submitted");
        const wrong = { "x-hmac-signature": signHmac("another body", SECRET) };
        await expectRefused(deliver(bench, "event", submitted, "both", wrong));
        expect((await deliver(bench, "event", submitted, "both")).status).toBe(200);
        expect((await sessionOf(bench, id))?.state).toBe(2);
      },
    },
    "ID-VWH-33": async (bench) => {
      const asPrinted = (body: string) =>
        body.replaceAll('": ', '" : ').replaceAll("[]", "[ ]").replace(/\n$/, "");
      const printed = asPrinted(DOC_EVENT.body);
      expect(printed).toHaveLength(231);
      await expectRefused(deliver(bench, "event", printed, "legacy", { "x-signature": DOC_EVENT.legacy }));
      const { id, address } = await openSession(bench);
      const body = `${JSON.stringify(approved(id, address), null, 2)}\n`;
      const proof = { "x-signature": signLegacy(body, SECRET) };
      await expectRefused(deliver(bench, "decision", asPrinted(body), "legacy", proof));
      expect(await decisionOf(bench, id)).toBeNull();
    },
  },
  () => ({ veriff: veriff().config }),
);

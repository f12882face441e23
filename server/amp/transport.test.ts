import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { ampText } from "@/lib/messages/amp";
import { pageReads, unhurried, withRequestId } from "@/server/platform/request-context";
import { type Answer, startAmp } from "./testing";
import { createAmpTransport } from "./transport";

async function ampThat(answer: Answer, timeoutMs = 500) {
  const { baseUrl, calls } = await startAmp(answer);
  return { calls, amp: createAmpTransport({ baseUrl, token: "s3cret-token", timeoutMs }) };
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

describe("the AMP transport", () => {
  it("sends the token header and the exact path", async () => {
    let header: string | undefined;
    const { amp, calls } = await ampThat((request, response) => {
      header = request.headers.authorization;
      json(response, 200, { version: "0.1.13" });
    });
    await amp.request({ method: "GET", path: "/assets/", returns: z.object({ version: z.string() }) });
    expect(header).toBe("token s3cret-token");
    expect(calls).toEqual(["GET /api/assets/"]);
  });

  it("never follows a redirect", async () => {
    const { amp, calls } = await ampThat((_, response) =>
      response.writeHead(301, { location: "/api/assets/" }).end(),
    );
    await expect(amp.request({ method: "PUT", path: "/assets" })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    expect(calls).toEqual(["PUT /api/assets"]);
  });

  it("lets no blinder of a request out, whatever AMP quotes of it and with whatever status", async () => {
    const [one, two, three, txid] = ["a1", "b2", "C3", "d4"].map((part) => part.repeat(32));
    const body = {
      assetblinder: one,
      nested: { changeData: [{ amount_blinder: two, txid }], amountblinds: [three] },
    };
    const quoted = `odd: ${JSON.stringify(body).toLowerCase()}`;
    for (const status of [400, 401, 403, 404, 409, 429, 500, 503]) {
      for (const answer of [{ error: quoted }, { detail: quoted }, { assetblinder: [quoted] }]) {
        const { amp } = await ampThat((_, response) => json(response, status, answer));
        const error = await amp
          .request({ method: "POST", path: "/confirm", body })
          .catch((thrown) => thrown as AppError);
        if (!(error instanceof AppError)) throw new Error("It was not refused.");
        const all = [error.message, String(error.cause), JSON.stringify(error.fields ?? {})].join("\n");
        for (const blinder of [one, two, three]) {
          expect(all.toLowerCase(), `${status}`).not.toContain(blinder?.toLowerCase().slice(0, 8));
        }
        if (status === 400) expect(all).toContain(txid);
      }
    }
  });

  it("tells the person what AMP quotes of a person's data, and the log not", async () => {
    const body = { name: "Ada Almeida", email: "ada@example.com" };
    const words = "Ada Almeida (ada@example.com) is registered already";
    const { amp } = await ampThat((_, response) => json(response, 400, { error: words }));
    const error = await amp
      .request({ method: "POST", path: "/registered_users/add", body })
      .catch((thrown) => thrown as AppError);
    if (!(error instanceof AppError)) throw new Error("It was not refused.");
    expect(error.message).toContain(words);
    expect(String(error.cause)).toContain("is registered already");
    expect(String(error.cause)).not.toMatch(/Almeida|@example/);
  });

  it("repeats a read that failed, and gives up after three attempts", async () => {
    const { amp, calls } = await ampThat((_, response) => json(response, 502, {}));
    await expect(amp.request({ method: "GET", path: "/info" })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    expect(calls).toHaveLength(3);
  });

  it("asks once where AMP hangs and a page waits, and says that it did not answer in time", async () => {
    const { amp, calls } = await ampThat(() => {}, 300);
    const read = () => amp.request({ method: "GET", path: "/info" });
    const late = { code: "UNAVAILABLE", message: ampText.late, retryable: true };
    await expect(withRequestId("r-1", read, pageReads())).rejects.toMatchObject(late);
    expect(calls).toHaveLength(1);
    await expect(read()).rejects.toMatchObject(late); // nobody waits
    expect(calls).toHaveLength(4);
  });

  it("gives a page's reads one limit together, and a change its own whatever page is waiting", async () => {
    const { amp } = await ampThat((_, response) => setTimeout(() => json(response, 200, {}), 4_000), 10_000);
    const asAPage = <T>(work: () => Promise<T>) =>
      withRequestId("r-1", work, { readsUntil: performance.now() });
    const read = { method: "GET", path: "/info" } as const;
    const [page, behind, change] = await Promise.allSettled([
      asAPage(() => amp.request(read)),
      asAPage(() => unhurried(() => amp.request(read))),
      asAPage(() => amp.request({ method: "POST", path: "/x", body: {} })),
    ]);
    expect(page).toMatchObject({ status: "rejected", reason: { message: ampText.late } });
    expect([behind.status, change.status]).toEqual(["fulfilled", "fulfilled"]);
  });

  it("never repeats a GET that changes something, nor a POST", async () => {
    const { amp, calls } = await ampThat((_, response) => json(response, 502, {}));
    const create = amp.request({
      method: "GET",
      path: "/assets/a/distributions/create/",
      changesState: true,
    });
    await expect(create).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: false });
    await expect(amp.request({ method: "POST", path: "/x", body: [] })).rejects.toMatchObject({
      retryable: false,
    });
    expect(calls).toHaveLength(2);
  });

  it("asks once more with the other method where AMP answers 405 to a method that no source is certain of", async () => {
    const only = (method: string) =>
      ampThat((asked, response) => json(response, asked.method === method ? 200 : 405, { token: "new" }));
    const refresh = { method: "GET", path: "/user/refresh-token", changesState: true } as const;
    const { amp, calls } = await only("POST");
    await amp.request({ ...refresh, otherMethod: "POST" });
    expect(calls).toEqual(["GET /api/user/refresh-token", "POST /api/user/refresh-token"]);
    await expect(amp.request(refresh)).rejects.toMatchObject({ code: "REJECTED" });
    const neither = await only("DELETE");
    await expect(neither.amp.request({ ...refresh, otherMethod: "POST" })).rejects.toMatchObject({
      code: "REJECTED",
    });
    expect(neither.calls).toHaveLength(2);
  });

  it("ends a call that takes too long and says that a change may have happened", async () => {
    const { amp } = await ampThat(() => {}, 50);
    const change = amp.request({ method: "POST", path: "/assets/issue", body: {} });
    await expect(change).rejects.toThrow(/not known/);
  });

  it("names endpoint and field of a wrong shape, and never the payload", async () => {
    const { amp } = await ampThat((_, response) => json(response, 200, [{ amount: "secret-value" }]));
    const read = amp.request({ method: "GET", path: "/x", returns: z.array(z.object({ amount: z.int() })) });
    const error = await read.catch((caught: Error) => caught);
    expect(error).toMatchObject({ code: "INTERNAL" });
    expect(String(error)).toContain("0.amount");
    expect(String(error)).toContain("GET /x");
    expect(JSON.stringify(error)).not.toContain("secret-value");
  });

  it("passes on AMP's words and fields of a refusal", async () => {
    const { amp } = await ampThat((_, response) => json(response, 400, { name: ["Too short."] }));
    const refused = amp.request({ method: "POST", path: "/x", body: {} });
    await expect(refused).rejects.toMatchObject({ code: "REJECTED", fields: { name: ["Too short."] } });
  });

  it("keeps the token out of every error", async () => {
    const { amp } = await ampThat((_, response) => json(response, 401, { detail: "Invalid token." }));
    const error = (await amp.request({ method: "GET", path: "/x" }).catch((caught) => caught)) as Error;
    expect(error).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(`${error.message} ${error.stack} ${(error.cause as Error).stack}`).not.toContain("s3cret-token");
  });
});

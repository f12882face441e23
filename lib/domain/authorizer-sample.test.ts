import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AuthorizationMessage } from "@/lib/contracts/amp/authorizations";
import { readVerdict, SAMPLE_GAIDS, SAMPLE_KINDS, sampleMessage } from "./authorizer-sample";
import { isGaid } from "./gaid";

const message = (kind: (typeof SAMPLE_KINDS)[number]) =>
  sampleMessage({
    uuid: "680fc8dd-624b-4c29-ab75-1451584411ba",
    assetId: "61".repeat(32),
    kind,
    from: { gaid: SAMPLE_GAIDS.from, registeredUser: 4 },
    to: { gaid: SAMPLE_GAIDS.to, registeredUser: null },
  });

describe("a sample request", () => {
  it.each(SAMPLE_KINDS)("about %s has the form of AMP's own, and its sums agree", (kind) => {
    const sample = message(kind);
    const sum = (rows: { amount: bigint }[]) => rows.reduce((total, { amount }) => total + amount, 0n);
    expect(sum(sample.request.inputs)).toBe(sum(sample.request.outputs));
    expect(z.encode(AuthorizationMessage, sample)).toMatchObject({
      request: { inputs: [{ amount: 18, registered_user: 4, investor: 4 }] },
      server_result: kind !== "categories-refuse",
    });
  });

  it("to a plain address names no GAID", () => {
    expect(message("plain-address").request.outputs[0]).toMatchObject({ gaid: null, registeredUser: null });
    expect(message("transfer").request.outputs[0]?.gaid).toBe(SAMPLE_GAIDS.to);
  });

  it("has GAIDs in the right form", () => {
    expect(Object.values(SAMPLE_GAIDS).every(isGaid)).toBe(true);
  });
});

describe("an endpoint's answer", () => {
  it.each([
    [200, '{"result":true,"error":""}', "approved", ""],
    [201, '{"result":true}', "approved", ""],
    [200, '{"result":false,"error":"not on the list"}', "rejected", "not on the list"],
    [200, '{"result":"true"}', "unusable", ""],
    [200, "null", "unusable", ""],
    [200, "approved", "unusable", ""],
    [302, '{"result":true}', "unusable", ""],
    [500, '{"result":true}', "unusable", ""],
  ])("%i %s is %s", (status, body, verdict, error) => {
    expect(readVerdict(status, body)).toEqual({ verdict, error });
  });
});

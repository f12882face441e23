import { describe, expect, it } from "vitest";
import { stepFacts } from "./asset-steps";
import { proofUrl } from "./domain-proof";

const day = (date: number) => new Date(Date.UTC(2026, 0, date));
const entry = (id: bigint, date: number) => ({ id, at: day(date), personName: "Ada" });
const ADA = { kind: "person", name: "Ada" };

const asset = {
  assetId: "a1".repeat(32),
  domain: "issuer.example",
  isRegistered: true,
  isAuthorized: true,
  requirements: [7],
  transferRestricted: true,
};
const issuance = { txid: "c0", at: day(1), height: 100 };
const known = { asset, issuance, entries: {}, registryUrl: null };

describe("the facts of an asset's steps", () => {
  it("are those of the chain and of the audit log", () => {
    const entries = { issued: entry(1n, 1), registry: entry(2n, 2), authorized: entry(3n, 4) };
    const registryUrl = "https://registry.example/a1";
    const facts = stepFacts({ ...known, registryUrl, entries: { ...entries, categories: entry(4n, 3) } });
    expect(facts.issued).toEqual({ at: day(1), height: 100, by: ADA, proof: { txid: "c0", auditId: 1n } });
    expect(facts.confirmed).toEqual({ at: null, height: 102, by: { kind: "chain" }, proof: { txid: "c0" } });
    expect(facts.registry).toEqual({
      ...{ at: day(2), height: null, by: ADA },
      proof: { fileUrl: proofUrl("issuer.example", asset.assetId), entryUrl: registryUrl, auditId: 2n },
    });
    expect(facts.authorized).toEqual({ at: day(4), height: null, by: ADA, proof: { auditId: 3n } });
    expect(facts.ready).toEqual({ at: day(4), height: null, by: { kind: "steps" }, proof: {} });
  });

  it("are unknown where this desk did nothing, and make up no time", () => {
    const facts = stepFacts(known);
    const outside = { kind: "outside" };
    expect(facts.issued).toMatchObject({ by: outside, at: day(1) });
    for (const step of ["registry", "authorized", "categories"] as const)
      expect(facts[step]).toMatchObject({ at: null, height: null, by: outside, proof: { isAmpsWord: true } });
    expect(facts.ready).toMatchObject({ at: null, height: null });
    const unseen = stepFacts({ ...known, issuance: { txid: null, at: null, height: null } });
    expect(unseen.issued).toEqual({ at: null, height: null, by: outside, proof: {} });
    expect(unseen.confirmed).toMatchObject({ at: null, height: null, proof: {} });
  });

  it("are not those of a step that is not done", () => {
    const open = { ...asset, isRegistered: false, isAuthorized: false, requirements: [] };
    const facts = stepFacts({ ...known, asset: open, entries: { authorized: entry(3n, 4) } });
    expect(Object.keys(facts).sort()).toEqual(["confirmed", "issued", "treasury"]);
  });

  it("need no category of an issuer-tracked asset: that was settled at its issuance", () => {
    const tracked = { ...asset, transferRestricted: false, requirements: [] };
    const facts = stepFacts({ ...known, asset: tracked, entries: { authorized: entry(3n, 4) } });
    expect(facts.categories).toEqual(facts.issued);
    expect(facts.ready).toMatchObject({ at: day(4) });
  });
});

import { describe, expect, it } from "vitest";
import { blindersWorksText } from "@/lib/messages/blinders-works";
import { type BlindersLook, judgeBlinders, outpointName, outputsLacking } from "./blinders";
import { type BlindersIntent, blindersText } from "./intent";

const [ZEROS, BLINDER] = ["0".repeat(64), "a1".repeat(32)];

const row = (vout: number, change: object = {}) => ({
  ...{ vout, assetId: "asset", amount: 5n, isTreasury: true, isSpent: false, isBurnt: false },
  ...{ assetBlinder: ZEROS, amountBlinder: ZEROS },
  ...change,
});

const look = (vout: number, change: Partial<BlindersLook> = {}): BlindersLook => ({
  output: { txid: "t", vout, assetId: "asset", amountSats: 5n },
  ...{ atAmp: "lacking", isInWallet: true, wasTold: false, refusal: null },
  ...change,
});

describe("the outputs whose blinders AMP lacks", () => {
  it("are the treasury's, of the asset and its token, in every transaction", () => {
    const found = outputsLacking([
      { txid: "t", outputs: [row(0), row(1, { assetId: "token" })] },
      { txid: "u", outputs: [row(2)] },
    ]);
    expect(found.map(outpointName)).toEqual(["t:0", "t:1", "u:2"]);
    expect(found[1]).toEqual({ txid: "t", vout: 1, assetId: "token", amountSats: 5n });
  });

  it("are not those of holders, not burned ones, and not those that AMP can open", () => {
    const known = { assetBlinder: BLINDER, amountBlinder: BLINDER };
    const outputs = [row(0, { isTreasury: false }), row(1, { isBurnt: true }), row(2, known)];
    expect(outputsLacking([{ txid: "t", outputs }])).toEqual([]);
  });

  it("come unspent first, for those a wallet knows", () => {
    const outputs = [row(0, { isSpent: true }), row(1)];
    expect(outputsLacking([{ txid: "t", outputs }]).map(outpointName)).toEqual(["t:1", "t:0"]);
  });

  it("count when one of the two blinders is missing", () => {
    const outputs = [row(0, { assetBlinder: BLINDER }), row(1, { amountBlinder: BLINDER })];
    expect(outputsLacking([{ txid: "t", outputs }])).toHaveLength(2);
  });
});

describe("the next step of an update", () => {
  it("tells what AMP lacks and the wallet knows, before anything is asked of a person", () => {
    const looks = [look(0, { isInWallet: false }), look(1, { refusal: "No." }), look(2), look(3)];
    const outputs = [looks[2]?.output, looks[3]?.output];
    expect(judgeBlinders(looks)).toEqual({ kind: "tell", outputs });
  });

  it("waits for what AMP took and does not show, instead of telling it without end", () => {
    const took = look(1, { wasTold: true });
    expect(judgeBlinders([took, look(0, { isInWallet: false })])).toEqual({ kind: "wait" });
    expect(judgeBlinders([took, look(2)])).toMatchObject({ kind: "tell", outputs: [{ vout: 2 }] });
  });

  it("is the end only when AMP shows every output", () => {
    expect(judgeBlinders([look(0, { atAmp: "shown" }), look(1, { atAmp: "shown" })])).toEqual({
      kind: "done",
    });
    // What AMP shows is shown, whether or not the wallet or an earlier answer says otherwise.
    const shown = look(0, { atAmp: "shown", isInWallet: false, refusal: "Already present." });
    expect(judgeBlinders([shown])).toEqual({ kind: "done" });
  });

  it.each([
    ["the wallet does not know", look(1, { isInWallet: false }), "does not know its blinders"],
    ["AMP refused", look(1, { refusal: "AMP refused: wrong." }), "AMP refused: wrong."],
    ["AMP shows with other blinders", look(1, { atAmp: "other" }), "other blinders"],
    ["AMP does not list any more", look(1, { atAmp: "gone" }), "does not list"],
  ])("asks a person about an output that %s, and names it", (_, left, words) => {
    expect(judgeBlinders([look(0, { atAmp: "shown" }), left])).toEqual({ kind: "ask", left: [left] });
    const message = blindersWorksText.left([left]);
    expect(message).toContain("t:1");
    expect(message).toContain(words);
    expect(message).not.toContain("..");
  });

  it("names the first outputs of many and counts the rest", () => {
    const message = blindersWorksText.left(Array.from({ length: 8 }, (_, vout) => look(vout)));
    expect(message).toContain("t:4");
    expect(message).not.toContain("t:5");
    expect(message).toContain("3 more");
  });
});

describe("what is approved", () => {
  const intent: BlindersIntent = {
    ...{ assetUuid: "a", assetId: "asset", assetName: "Fund", ticker: null, precision: 2, totalSats: 0n },
    outputs: [look(0).output, look(1).output],
  };

  it("is the same text in whatever order AMP lists the outputs", () => {
    expect(blindersText({ ...intent, outputs: [...intent.outputs].reverse() })).toBe(blindersText(intent));
  });

  it("is another text for another output, asset or amount", () => {
    const [first, second] = intent.outputs;
    if (!first || !second) throw new Error("There are two outputs.");
    const texts = [
      intent,
      { ...intent, outputs: [first] },
      { ...intent, assetId: "other" },
      { ...intent, outputs: [first, { ...second, vout: 7 }] },
      { ...intent, outputs: [first, { ...second, assetId: "token" }] },
      { ...intent, outputs: [first, { ...second, amountSats: 6n }] },
    ].map(blindersText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ForeignOutput, ForeignOutputs } from "@/lib/domain/treasury-approvals";
import { treasuryApprovalsText as text } from "@/lib/messages/treasury-approvals";
import { routes } from "@/lib/routes";
import { ForeignOutputsCard } from "./foreign-outputs-card";

const TXID = "c0ffee".padEnd(64, "0");
const output: ForeignOutput = {
  txid: TXID,
  vout: 1,
  address: "tex1qsomewhereelse0000000000000000000000000",
  amountSats: 12_345n,
  isToken: false,
  since: { at: new Date(Date.UTC(2026, 0, 9)), height: 1_234 },
  isListed: false,
};
const view: ForeignOutputs = {
  asset: { assetUuid: "a", precision: 2, ticker: "HRB" },
  outputs: [output],
  problem: null,
  looked: 1,
  outside: 1,
};
const html = (part: Partial<ForeignOutputs> = {}) =>
  renderToStaticMarkup(<ForeignOutputsCard view={{ ...view, ...part }} />).replaceAll("&#x27;", "'");

describe("the card of treasury by approval", () => {
  it("names address, amount, transaction, block and why, with what it means and what to do", () => {
    const shown = html();
    const parts = ["123.45", "1,234", routes.transaction("a", TXID), text.approved, text.means, ...text.todo];
    for (const part of [output.address, routes.assetRules("a"), ...parts]) expect(shown).toContain(part);
    expect(shown).not.toContain(text.listed);
  });

  it("tells what somebody told AMP of from what was approved, and counts tokens in sats", () => {
    const shown = html({
      outputs: [{ ...output, isListed: true, isToken: true, address: null, since: null }],
    });
    for (const part of [text.listed, text.noAddress, text.noTime, "12,345"]) expect(shown).toContain(part);
    expect(shown).not.toContain(text.approved);
  });

  it("says that there is none, that nobody knows, and of how many it speaks", () => {
    expect(html({ outputs: [] })).toContain(text.none);
    const unknown = html({ outputs: null, problem: "No node.", looked: 0, outside: 0 });
    for (const part of [text.unknown, "No node."]) expect(unknown).toContain(part);
    expect(unknown).not.toContain(text.none);
    expect(html({ looked: 30, outside: 31 })).toContain(text.capped(30, 31));
    expect(html()).not.toContain(text.capped(1, 1));
    const among = html({ outputs: [], looked: 30, outside: 31 });
    expect(among).toContain(text.noneLooked);
    expect(among).not.toContain(text.none);
  });
});

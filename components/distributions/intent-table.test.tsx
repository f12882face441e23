import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { DistributionPreview } from "@/lib/domain/distribution";
import { distributionsText } from "@/lib/messages/distributions";
import { HeldBackList } from "./intent-table";

const row = { id: 5, registeredUser: 17, userName: "Ada Lovelace", amount: 100n };
const preview = {
  asset: { precision: 0, ticker: "ALP" },
  heldBack: [{ row, why: "no-wallet" }],
} as unknown as DistributionPreview;

it("says of an assignment without a GAID why it stays behind, whose it is, and what to do", () => {
  const html = renderToStaticMarkup(<HeldBackList preview={preview} invite="Send the link" />);
  for (const shown of [distributionsText.heldBack.reasons["no-wallet"], 'href="/users/17"', "Send the link"])
    expect(html).toContain(shown);
});

it("is not there while nothing stays behind", () => {
  const html = renderToStaticMarkup(
    <HeldBackList preview={{ ...preview, heldBack: [] }} invite="Send the link" />,
  );
  expect(html).toBe("");
});

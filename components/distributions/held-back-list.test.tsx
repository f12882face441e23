import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Portion } from "@/lib/contracts/portion";
import type { HeldBackRow } from "@/lib/domain/distribution";
import { commonText } from "@/lib/messages/common";
import { distributionsText } from "@/lib/messages/distributions";
import { HeldBackList } from "./held-back-list";

const row = {
  id: 5,
  registeredUser: 17,
  userName: "Ada Lovelace",
  amountSats: 100n,
  why: "no-wallet",
} as const;
const asset = { assetUuid: "a", precision: 0, ticker: "ALP" } as Parameters<
  typeof HeldBackList
>[0]["preview"]["asset"];
const shown = (heldBack: Portion<HeldBackRow>) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <HeldBackList preview={{ asset, heldBack }} invite="Send the link" />
    </QueryClientProvider>,
  );

it("says of an assignment without a GAID why it stays behind, whose it is, and what to do", () => {
  const html = shown({ rows: [row], total: 1, next: null });
  for (const part of [distributionsText.heldBack.reasons["no-wallet"], 'href="/users/17"', "Send the link"])
    expect(html).toContain(part);
  expect(html).not.toContain(commonText.showMore(1, 1).replace(/\d.*/, ""));
});

it("offers the rest where there is more of it", () => {
  expect(shown({ rows: [row], total: 400, next: 5 })).toContain(commonText.showMore(250, 400));
  expect(shown({ rows: [row], total: 3, next: 5 })).toContain(commonText.showMore(2, 3));
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { OperationView } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import { ByHandCard } from "./by-hand-card";

vi.mock("@/server/actions/distributions", () => ({ decideOperationAction: vi.fn() }));
vi.mock("@/server/actions/by-hand", () => ({ attachByHandAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const ID = "7a3f0000-0000-4000-8000-000000000000";
const order = { distributionUuid: "d", assetId: "a", amounts: { x: 1n } };
const before = { at: new Date(0), height: 1, balanceSats: 9n };

const card = (change: object) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ByHandCard
        operation={
          {
            ...{
              id: ID,
              kind: "distribution",
              state: "by-hand",
              problem: null,
              intent: { assetName: "Fund" },
            },
            ...change,
          } as OperationView
        }
      />
    </QueryClientProvider>,
  )
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

const { download, attach, back, offer, waiting } = byHandText;

describe("what can be done by hand", () => {
  it("with an order that is handed out: download, attach, give back", () => {
    const html = card({ facts: { order, byHand: { before } } });
    expect(html).toContain(`href="/api/operations/${ID}/order"`);
    for (const words of [download.link, attach.button, attach.elsewhere, back.button])
      expect(html).toContain(words);
  });

  it("shows who has the file", () => {
    expect(card({ facts: { order, byHand: { before } } })).toContain(download.nobody);
    const taken = [{ by: "Ada", at: new Date(0) }];
    const html = card({ facts: { order, byHand: { before, taken } } });
    for (const words of [download.takenBy, "Ada"]) expect(html).toContain(words);
  });

  it("while it comes back: no download, but it can be left by hand", () => {
    const html = card({ facts: { order, byHand: { before, leaving: { to: "ordered", at: new Date(1) } } } });
    expect(html).not.toContain(download.link);
    expect(html).not.toContain(back.button);
    for (const words of [waiting.leaving, offer.keep]) expect(html).toContain(words);
  });

  it("before anything was sent: it is offered, and there is nothing to attach", () => {
    const html = card({ state: "ordered", facts: { order } });
    expect(html).toContain(offer.run);
    expect(html).not.toContain(attach.button);
  });

  it("on its way or at its end: nothing", () => {
    expect(card({ state: "sending", facts: { order } })).toBe("");
    expect(card({ state: "done", facts: { order } })).toBe("");
  });
});

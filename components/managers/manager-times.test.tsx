import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { ManagerDetails } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { ManagerChecklist } from "./manager-checklist";
import { StandingCard } from "./standing-card";

vi.mock("@/server/actions/managers", () => ({}));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const at = new Date(Date.UTC(2026, 0, 9, 13, 3));
const details: ManagerDetails = {
  manager: { id: 9, username: "kyc-desk", isLocked: false, assets: [] },
  grantable: [],
  handedOver: { at, personName: "Ada Ames" },
  lastSeenAt: at,
  revokedAt: null,
  decidesRequests: false,
};
const html = (node: ReactNode) =>
  renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}>{node}</QueryClientProvider>);

it("tells when a token was shown and a manager was seen in the reader's zone, with UTC beside it", () => {
  for (const card of [
    <ManagerChecklist key="1" details={details} />,
    <StandingCard key="2" details={details} />,
  ])
    expect(html(card)).toContain(`<time dateTime="${at.toISOString()}">`);
  expect(html(<ManagerChecklist details={details} />)).toContain(
    managersText.checklist.handedOverBy("Ada Ames"),
  );
  const unseen = { ...details, lastSeenAt: null };
  expect(html(<StandingCard details={unseen} />)).toContain(managersText.standing.notSeen);
});

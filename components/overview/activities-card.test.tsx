import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { LatestActivities } from "@/lib/domain/overview";
import { overviewText } from "@/lib/messages/overview";
import { uiText } from "@/lib/messages/ui";
import { ActivitiesCard } from "./activities-card";
import { ACTIVITIES_PATH } from "./activities-path";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const { loading, none } = overviewText.activities;

let seen: QueryClient;
const card = (data?: LatestActivities) => {
  const queries = new QueryClient();
  seen = queries;
  if (data) queries.setQueryData([ACTIVITIES_PATH], data);
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <ActivitiesCard />
    </QueryClientProvider>,
  ).replaceAll("&#x27;", "'");
};

it("says that it is still asking, and that nothing moved only once AMP has said so", () => {
  expect([card().includes(loading), card().includes(none)]).toEqual([true, false]);
  const empty = card({ rows: [], told: 1, total: 1, asOf: new Date(0) });
  expect([empty.includes(loading), empty.includes(none)]).toEqual([false, true]);
});

it("says how old it is and can be read again once there is something, and looks again each minute", () => {
  const asOf = new Date("2026-03-01T10:05:00Z");
  const html = card({ rows: [], told: 1, total: 1, asOf });
  expect(html).toContain(`dateTime="${asOf.toISOString()}"`);
  expect(html).toContain(uiText.refresh);
  expect(card()).not.toContain(uiText.refresh);
  expect(seen.getQueryCache().getAll()).toMatchObject([{ options: { refetchInterval: 60_000 } }]);
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { LatestActivities } from "@/lib/domain/overview";
import { overviewText } from "@/lib/messages/overview";
import { ActivitiesCard } from "./activities-card";

const { loading, none } = overviewText.activities;

const card = (data?: LatestActivities) => {
  const queries = new QueryClient();
  if (data) queries.setQueryData(["overview", "activities"], data);
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <ActivitiesCard />
    </QueryClientProvider>,
  ).replaceAll("&#x27;", "'");
};

it("says that it is still asking, and that nothing moved only once AMP has said so", () => {
  expect([card().includes(loading), card().includes(none)]).toEqual([true, false]);
  const empty = card({ rows: [], told: 1, total: 1 });
  expect([empty.includes(loading), empty.includes(none)]).toEqual([false, true]);
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { LockImpact } from "@/components/asset-settings/lock-impact";
import { ActivitiesCard } from "@/components/overview/activities-card";
import { HeightCheck } from "@/components/ownership/height-check";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ErrorCode } from "@/lib/errors";
import { failuresText } from "@/lib/messages/failures";
import { ViewError } from "./get-json";
import { ReadFailure } from "./read-failure";

vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
vi.mock("@/components/ownership/read-history-again", () => ({ ReadHistoryAgain: () => null }));

const failure = (code: ErrorCode) =>
  new ViewError({ code, message: "AMP is being mended.", retryable: true, requestId: "r-1" });

describe("what could not be read after the page", () => {
  it("says why, and offers to ask again where that can help", () => {
    const shown = (code: ErrorCode) =>
      renderToStaticMarkup(<ReadFailure error={failure(code)} onRetry={() => undefined} />);
    expect(shown("UNAVAILABLE")).toContain("AMP is being mended.");
    expect(shown("UNAVAILABLE")).toContain(failuresText.reference("r-1"));
    expect(shown("UNAVAILABLE")).toContain(failuresText.retry);
    expect(shown("FORBIDDEN")).not.toContain(failuresText.retry);
  });

  it.each<[string, string[], ReactNode]>([
    ["latest activities", ["/api/overview/activities"], <ActivitiesCard key="a" />],
    [
      "whom a lock concerns",
      ["/api/assets/a/lock-impact"],
      <LockImpact key="l" asset={{ assetUuid: "a" } as Asset} />,
    ],
    [
      "AMP's own answer for a block",
      ["/api/assets/a/ownership/check?height=7"],
      <HeightCheck key="h" assetUuid="a" height={7} />,
    ],
  ])("keeps its reason: %s", (_, queryKey, shown) => {
    const queries = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } });
    const query = queries.getQueryCache().build(queries, { queryKey });
    query.setState({ ...query.state, status: "error", error: failure("UNAVAILABLE") });
    const html = renderToStaticMarkup(<QueryClientProvider client={queries}>{shown}</QueryClientProvider>);
    expect(html).toContain("AMP is being mended.");
    expect(html).toContain(failuresText.retry);
  });
});

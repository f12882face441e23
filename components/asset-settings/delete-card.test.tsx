import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { DeleteCard } from "./delete-card";
import { lockImpactQuery } from "./lock-impact-query";

const isReady = vi.hoisted(() => vi.fn());
vi.mock("@/server/actions/asset-settings", () => ({ deleteAssetAction: vi.fn() }));
vi.mock("@/components/data/confirm-action", () => ({
  ConfirmAction: (props: { isReady?: boolean }) => isReady(props.isReady),
}));

const asset = { assetUuid: "a", name: "Bond" } as Asset;
function draw(impact?: object): void {
  const client = new QueryClient();
  if (impact) client.setQueryData(lockImpactQuery("a").queryKey, { impact });
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <DeleteCard asset={asset} />
    </QueryClientProvider>,
  );
}

it.each([
  [{ pendingDistributions: 1, openOperations: 0 }, false],
  [{ pendingDistributions: 0, openOperations: 1 }, false],
  [{ pendingDistributions: 0, openOperations: 0 }, true],
  // Where nothing could be counted the server decides.
  [undefined, true],
])("can be confirmed only while nothing is under way: %o", (impact, may) => {
  draw(impact);
  expect(isReady).toHaveBeenLastCalledWith(may);
});

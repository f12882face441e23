import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { ViewError } from "@/components/data/get-json";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetLooks } from "@/lib/domain/asset-steps";
import { AssetChecklist } from "./asset-checklist";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("./checklist-steps", () => ({ ChecklistSteps: () => "the steps", isDeep: () => false }));

const asset = { assetUuid: "a", name: "Fund" } as Asset;
const initial = { txid: "cc", confirmations: 1 };

it("says that the confirmations cannot be looked at now, and shows what was known", () => {
  const shown = (error: Error | null) => {
    const queries = new QueryClient();
    const query = queries.getQueryCache().build(queries, { queryKey: ["/api/assets/a/issuance"] });
    query.setState({ ...query.state, data: initial, status: error ? "error" : "success", error });
    return renderToStaticMarkup(
      <QueryClientProvider client={queries}>
        <AssetChecklist
          {...{ asset, initial, hasTreasury: true, facts: {} }}
          looks={new Promise<AssetLooks>(() => {})}
        />
      </QueryClientProvider>,
    );
  };
  const message = "AMP does not answer.";
  const away = new ViewError({ code: "UNAVAILABLE", message, retryable: true, requestId: "r-1" });
  expect(shown(away)).toContain(message);
  expect(shown(away)).toContain("the steps");
  expect(shown(null)).not.toContain(message);
});

import type { Metadata } from "next";
import { ListFailure } from "@/components/data/list-failure";
import { SupplyDesk } from "@/components/supply/supply-desk";
import { SupplyEquation } from "@/components/supply/supply-equation";
import { SupplyHistory } from "@/components/supply/supply-history";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { supplyText } from "@/lib/messages/supply";
import { pageData } from "@/server/doors/page-data";
import { readSupplyPage } from "@/server/services/supply-page";

export const metadata: Metadata = { title: supplyText.title };

export default async function SupplyPage({ params, searchParams }: PageProps<"/assets/[uuid]/supply">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.supply(uuid));
  const page = await pageData((actor) => readSupplyPage(actor, uuid, state.query));
  if (!page.ok) return <ListFailure error={page.error} state={state} />;
  const { history, ...supply } = page.data;
  return (
    <div className="grid gap-5">
      <SupplyEquation asset={supply.asset} figures={supply.figures} />
      <SupplyDesk {...supply} />
      <SupplyHistory state={state} initial={history} />
    </div>
  );
}

import type { Metadata } from "next";
import { Suspense } from "react";
import { BlindersHint } from "@/components/blinders/blinders-hint";
import { ListFailure } from "@/components/data/list-failure";
import { OperationHistory } from "@/components/operations/operation-history";
import { SupplyDesk } from "@/components/supply/supply-desk";
import { SupplyEquation } from "@/components/supply/supply-equation";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { supplyText } from "@/lib/messages/supply";
import { pageData } from "@/server/doors/page-data";
import { countLacking } from "@/server/services/blinders";
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
      {supply.open === null && (
        <Suspense>
          <Hint assetUuid={uuid} />
        </Suspense>
      )}
      <SupplyDesk {...supply} />
      <OperationHistory title={supplyText.history} shows="kind" state={state} initial={history} />
    </div>
  );
}

/** A hint, which the supply does not wait for: without an answer there is none. */
async function Hint({ assetUuid }: { assetUuid: string }) {
  const page = await pageData((actor) => countLacking(actor, assetUuid));
  return page.ok && page.data > 0 ? <BlindersHint assetUuid={assetUuid} lacking={page.data} /> : null;
}

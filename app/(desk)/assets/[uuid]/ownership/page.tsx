import type { Metadata } from "next";
import { ListFailure } from "@/components/data/list-failure";
import { MomentBar } from "@/components/ownership/moment-bar";
import { OwnershipPanel } from "@/components/ownership/ownership-panel";
import { ReadHistoryAgain } from "@/components/ownership/read-history-again";
import { readMoment } from "@/lib/domain/moment";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { ownershipText } from "@/lib/messages/ownership";
import { pageData } from "@/server/doors/page-data";
import { readOwnership, requireOwnership } from "@/server/services/ownership";

export const generateMetadata = (): Metadata => ({ title: ownershipText.title });

export default async function OwnershipPage({ params, searchParams }: PageProps<"/assets/[uuid]/ownership">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.ownership(uuid));
  const isInvalid = readMoment(state.query.filters.at) === null;
  const page = await pageData(async (actor) => {
    await requireOwnership(actor, uuid);
    return isInvalid ? null : readOwnership(actor, uuid, state.query);
  });
  if (!page.ok && page.error.code === "FORBIDDEN") return <ListFailure error={page.error} state={state} />;
  return (
    <div className="grid gap-5">
      <MomentBar state={state} assetUuid={uuid} isInvalid={isInvalid} />
      {!page.ok && <ListFailure error={page.error} state={state} />}
      {!page.ok && page.error.code === "INTERNAL" && state.query.filters.at && (
        <ReadHistoryAgain assetUuid={uuid} />
      )}
      {page.ok && page.data && <OwnershipPanel state={state} assetUuid={uuid} initial={page.data} />}
    </div>
  );
}

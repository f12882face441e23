import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { HistoryUnderWay } from "@/components/ownership/history-under-way";
import { MomentBar } from "@/components/ownership/moment-bar";
import { OwnershipPanel } from "@/components/ownership/ownership-panel";
import { OwnershipSkeleton } from "@/components/ownership/ownership-skeleton";
import { ReadHistoryAgain } from "@/components/ownership/read-history-again";
import { promptly } from "@/components/ui/promptly";
import { readMoment } from "@/lib/domain/moment";
import { type ListState, parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { ownershipText } from "@/lib/messages/ownership";
import { pageData } from "@/server/doors/page-data";
import { readOwnership, requireOwnership } from "@/server/services/ownership";

export const generateMetadata = (): Metadata => ({ title: ownershipText.title });

export default promptly(async function OwnershipPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/ownership">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.ownership(uuid));
  const isInvalid = readMoment(state.query.filters.at) === null;
  const access = await pageData((actor) => requireOwnership(actor, uuid));
  if (!access.ok) return <PartFailure error={access.error} state={state} />;
  return (
    <div className="grid gap-5">
      <MomentBar state={state} assetUuid={uuid} isInvalid={isInvalid} />
      {!isInvalid && <Owned assetUuid={uuid} state={state} />}
    </div>
  );
});

/** The figures and the list: the moment can be chosen before they are there. */
const Owned = promptly(
  async ({ assetUuid, state }: { assetUuid: string; state: ListState }) => {
    const page = await pageData((actor) => readOwnership(actor, assetUuid, state.query));
    if (page.ok) return <OwnershipPanel state={state} assetUuid={assetUuid} initial={page.data} />;
    if (page.error.isUnderWay) return <HistoryUnderWay message={page.error.message} />;
    return (
      <>
        <PartFailure error={page.error} state={state} />
        {page.error.code === "INTERNAL" && state.query.filters.at && (
          <ReadHistoryAgain assetUuid={assetUuid} />
        )}
      </>
    );
  },
  <OwnershipSkeleton />,
);

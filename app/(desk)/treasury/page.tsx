import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { TreasuryPanel } from "@/components/treasury/treasury-panel";
import { WorkCard } from "@/components/treasury/work-card";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { treasuryText } from "@/lib/messages/treasury";
import { pageData } from "@/server/doors/page-data";
import { viewTreasury } from "@/server/services/treasury";
import { readWork } from "@/server/services/unfinished-work";

export const generateMetadata = (): Metadata => ({ title: treasuryText.title });

export default promptly(async function TreasuryPage({ searchParams }: PageProps<"/treasury">) {
  const state = parseListState(await searchParams, lists.treasury);
  const treasury = await pageData((actor) =>
    Promise.all([viewTreasury(actor, state.query), readWork(actor)]),
  );
  if (!treasury.ok)
    return (
      <>
        <PageHeader title={treasuryText.title} />
        <PartFailure error={treasury.error} state={state} />
      </>
    );
  const [view, works] = treasury.data;
  return (
    <>
      <TreasuryPanel state={state} initial={view} />
      <WorkCard works={works} />
    </>
  );
});

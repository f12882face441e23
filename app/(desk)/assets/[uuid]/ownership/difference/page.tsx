import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { DifferenceForm } from "@/components/ownership/difference-form";
import { DifferencePanel } from "@/components/ownership/difference-panel";
import { HistoryUnderWay } from "@/components/ownership/history-under-way";
import { ReadHistoryAgain } from "@/components/ownership/read-history-again";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { promptly } from "@/components/ui/promptly";
import { readMoment } from "@/lib/domain/moment";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { differenceText as text } from "@/lib/messages/ownership-difference";
import { pageData } from "@/server/doors/page-data";
import { requireOwnership } from "@/server/services/ownership";
import { readDifference } from "@/server/services/ownership-difference";

export const generateMetadata = (): Metadata => ({ title: text.title });

export default promptly(async function DifferencePage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/ownership/difference">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.ownershipDifference(uuid));
  const { from, to } = state.query.filters;
  const isChosen = readMoment(from) && readMoment(to) !== null;
  const page = await pageData(async (actor) => {
    await requireOwnership(actor, uuid);
    return isChosen ? readDifference(actor, uuid, state.query) : null;
  });
  if (!page.ok && page.error.code === "FORBIDDEN") return <PartFailure error={page.error} state={state} />;
  return (
    <div className="grid gap-5">
      <DifferenceForm state={state} assetUuid={uuid} />
      {!page.ok &&
        (page.error.isUnderWay ? (
          <HistoryUnderWay message={page.error.message} />
        ) : (
          <PartFailure error={page.error} state={state} />
        ))}
      {!page.ok && page.error.code === "INTERNAL" && <ReadHistoryAgain assetUuid={uuid} />}
      {page.ok && page.data && <DifferencePanel state={state} assetUuid={uuid} initial={page.data} />}
      {page.ok && page.data === null && <Start />}
    </div>
  );
});

const Start = () => (
  <Card>
    <EmptyState icon={<ArrowLeftRight aria-hidden />} title={text.start.title}>
      {text.start.text}
    </EmptyState>
  </Card>
);

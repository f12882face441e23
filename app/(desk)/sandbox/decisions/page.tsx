import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { DecisionsTable } from "@/components/sandbox/decisions-table";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { sandboxLists } from "@/lib/lists";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";
import { pageData } from "@/server/doors/page-data";
import { readDecisions } from "@/server/services/sandbox-decisions";

export const generateMetadata = (): Metadata => ({ title: sandboxDecisionsText.title });

export default promptly(async function DecisionsPage({ searchParams }: PageProps<"/sandbox/decisions">) {
  const state = parseListState(await searchParams, sandboxLists.decisions);
  const decisions = await pageData((actor) => readDecisions(actor, state.query));
  if (!decisions.ok) return <PartFailure error={decisions.error} state={state} />;
  return <DecisionsTable state={state} initial={decisions.data} />;
});

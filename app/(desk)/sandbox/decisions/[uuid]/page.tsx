import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { DecisionDetail } from "@/components/sandbox/decision-detail";
import { promptly } from "@/components/ui/promptly";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";
import { pageData } from "@/server/doors/page-data";
import { readOneDecision } from "@/server/services/sandbox-decisions";

export const generateMetadata = (): Metadata => ({ title: sandboxDecisionsText.detail.title });

export default promptly(async function DecisionPage({ params }: PageProps<"/sandbox/decisions/[uuid]">) {
  const { uuid } = await params;
  const decision = await pageData((actor) => readOneDecision(actor, uuid));
  if (!decision.ok) return <PartFailure error={decision.error} />;
  return <DecisionDetail decision={decision.data} />;
});

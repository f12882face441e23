import type { Metadata } from "next";
import { DecisionDetail } from "@/components/sandbox/decision-detail";
import { TabFailure } from "@/components/sandbox/tab-failure";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";
import { pageData } from "@/server/doors/page-data";
import { readOneDecision } from "@/server/services/sandbox-decisions";

export const metadata: Metadata = { title: sandboxDecisionsText.detail.title };

export default async function DecisionPage({ params }: PageProps<"/sandbox/decisions/[uuid]">) {
  const { uuid } = await params;
  const decision = await pageData((actor) => readOneDecision(actor, uuid));
  if (!decision.ok) return <TabFailure error={decision.error} />;
  return <DecisionDetail decision={decision.data} />;
}

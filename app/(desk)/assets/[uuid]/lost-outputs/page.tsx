import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { LostOutputs } from "@/components/lost-outputs/lost-outputs";
import { promptly } from "@/components/ui/promptly";
import { assetFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { lostOutputsText } from "@/lib/messages/lost-outputs";
import { pageData } from "@/server/doors/page-data";
import { readLostOutputs } from "@/server/services/lost-outputs";

export const generateMetadata = (): Metadata => ({ title: lostOutputsText.title });

export default promptly(async function LostOutputsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/lost-outputs">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetFiles.lostOutputs(uuid));
  const page = await pageData((actor) => readLostOutputs(actor, uuid, state.query));
  if (!page.ok) return <PartFailure error={page.error} />;
  return <LostOutputs view={page.data} state={state} />;
});

import { ForeignOutputsCard } from "@/components/asset-settings/foreign-outputs-card";
import { PartFailure } from "@/components/data/part-failure";
import { pageData } from "@/server/doors/page-data";
import { readForeignOutputs } from "@/server/services/treasury-approvals";

/** AMP's outputs beside the node's wallet: the settings do not wait for it. */
export async function ForeignOutputsPart({ assetUuid }: { assetUuid: string }) {
  const page = await pageData((actor) => readForeignOutputs(actor, assetUuid));
  return page.ok ? <ForeignOutputsCard view={page.data} /> : <PartFailure error={page.error} />;
}

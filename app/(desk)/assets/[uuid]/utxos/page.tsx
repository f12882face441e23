import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { Link } from "@/components/ui/link";
import { promptly } from "@/components/ui/promptly";
import { UtxosTable } from "@/components/utxos/utxos-table";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { utxosText } from "@/lib/messages/utxos";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { listUtxos } from "@/server/services/utxos";

export const generateMetadata = (): Metadata => ({ title: utxosText.title });

export default promptly(async function UtxosPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/utxos">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.utxos(uuid));
  const page = await pageData((actor) => listUtxos(actor, uuid, state.query));
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  const { role } = page.actor;
  return (
    <div className="grid gap-3">
      <UtxosTable
        assetUuid={uuid}
        state={state}
        initial={page.data}
        canChange={may(role, "utxo:write")}
        canLookUp={may(role, "gaid:read") && may(role, "transaction:read")}
      />
      <div className="grid gap-1 text-muted-foreground text-xs">
        {may(role, "utxo:write") && <p>{utxosText.selection.treasuryOnly}</p>}
        {may(role, "lost-output:read") && (
          <p>
            {utxosText.lost.text}{" "}
            <Link href={routes.lostOutputs(uuid)} className="text-link underline underline-offset-2">
              {utxosText.lost.link}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
});

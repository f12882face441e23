import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { WalletsTable } from "@/components/sandbox/wallets-table";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { sandboxLists } from "@/lib/lists";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { pageData } from "@/server/doors/page-data";
import { readWallets } from "@/server/services/sandbox-wallets";

export const generateMetadata = (): Metadata => ({ title: sandboxWalletsText.title });

export default promptly(async function WalletsPage({ searchParams }: PageProps<"/sandbox/wallets">) {
  const state = parseListState(await searchParams, sandboxLists.wallets);
  const wallets = await pageData((actor) => readWallets(actor, state.query));
  if (!wallets.ok) return <PartFailure error={wallets.error} state={state} />;
  return <WalletsTable state={state} initial={wallets.data} />;
});

import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { WalletPanel } from "@/components/sandbox/wallet-panel";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { walletLists } from "@/lib/lists";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { pageData } from "@/server/doors/page-data";
import { readWallet } from "@/server/services/sandbox-wallets";

export const generateMetadata = (): Metadata => ({ title: sandboxWalletsText.wallet.facts });

export default promptly(async function WalletPage({
  params,
  searchParams,
}: PageProps<"/sandbox/wallets/[gaid]">) {
  const { gaid } = await params;
  const state = parseListState(await searchParams, walletLists.history(gaid));
  const wallet = await pageData((actor) => readWallet(actor, gaid, state.query));
  if (!wallet.ok) return <PartFailure error={wallet.error} state={state} />;
  return <WalletPanel state={state} initial={wallet.data} />;
});

import type { Metadata } from "next";
import { ChainPanel } from "@/components/sandbox/chain-panel";
import { TabFailure } from "@/components/sandbox/tab-failure";
import { sandboxText } from "@/lib/messages/sandbox";
import { pageData } from "@/server/doors/page-data";
import { readChain } from "@/server/services/sandbox-chain";

export const metadata: Metadata = { title: sandboxText.title };

export default async function SandboxPage() {
  const chain = await pageData(readChain);
  if (!chain.ok) return <TabFailure error={chain.error} />;
  return <ChainPanel initial={chain.data} />;
}

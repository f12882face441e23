import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { ChainPanel } from "@/components/sandbox/chain-panel";
import { promptly } from "@/components/ui/promptly";
import { sandboxText } from "@/lib/messages/sandbox";
import { pageData } from "@/server/doors/page-data";
import { readChain } from "@/server/services/sandbox-chain";

export const generateMetadata = (): Metadata => ({ title: sandboxText.title });

export default promptly(async function SandboxPage() {
  const chain = await pageData(readChain);
  if (!chain.ok) return <PartFailure error={chain.error} />;
  return <ChainPanel initial={chain.data} />;
});

import type { Metadata } from "next";
import { FaultsPanel } from "@/components/sandbox/faults-panel";
import { TabFailure } from "@/components/sandbox/tab-failure";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";
import { pageData } from "@/server/doors/page-data";
import { readFaults } from "@/server/services/sandbox-faults";

export const metadata: Metadata = { title: sandboxFaultsText.title };

export default async function FaultsPage() {
  const faults = await pageData(readFaults);
  if (!faults.ok) return <TabFailure error={faults.error} />;
  return <FaultsPanel initial={faults.data} />;
}

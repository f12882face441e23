import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { FaultsPanel } from "@/components/sandbox/faults-panel";
import { promptly } from "@/components/ui/promptly";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";
import { pageData } from "@/server/doors/page-data";
import { readFaults } from "@/server/services/sandbox-faults";

export const generateMetadata = (): Metadata => ({ title: sandboxFaultsText.title });

export default promptly(async function FaultsPage() {
  const faults = await pageData(readFaults);
  if (!faults.ok) return <PartFailure error={faults.error} />;
  return <FaultsPanel initial={faults.data} />;
});

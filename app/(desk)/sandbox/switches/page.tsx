import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { SwitchesCard } from "@/components/sandbox/switches-card";
import { promptly } from "@/components/ui/promptly";
import { sandboxSwitchesText } from "@/lib/messages/sandbox-switches";
import { pageData } from "@/server/doors/page-data";
import { readSwitches } from "@/server/services/sandbox-switches";

export const generateMetadata = (): Metadata => ({ title: sandboxSwitchesText.title });

export default promptly(async function SwitchesPage() {
  const switches = await pageData(readSwitches);
  if (!switches.ok) return <PartFailure error={switches.error} />;
  return <SwitchesCard initial={switches.data} />;
});

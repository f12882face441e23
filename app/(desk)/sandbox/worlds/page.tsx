import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { SeedsCard } from "@/components/sandbox/seeds-card";
import { SnapshotsCard } from "@/components/sandbox/snapshots-card";
import { promptly } from "@/components/ui/promptly";
import { sandboxWorldsText } from "@/lib/messages/sandbox-worlds";
import { pageData } from "@/server/doors/page-data";
import { readWorlds } from "@/server/services/sandbox-worlds";

export const generateMetadata = (): Metadata => ({ title: sandboxWorldsText.title });

export default promptly(async function WorldsPage() {
  const worlds = await pageData(readWorlds);
  if (!worlds.ok) return <PartFailure error={worlds.error} />;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <SnapshotsCard snapshots={worlds.data.snapshots} />
      <SeedsCard seeds={worlds.data.seeds} />
    </div>
  );
});

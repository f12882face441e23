import type { Metadata } from "next";
import { SeedsCard } from "@/components/sandbox/seeds-card";
import { SnapshotsCard } from "@/components/sandbox/snapshots-card";
import { TabFailure } from "@/components/sandbox/tab-failure";
import { sandboxWorldsText } from "@/lib/messages/sandbox-worlds";
import { pageData } from "@/server/doors/page-data";
import { readWorlds } from "@/server/services/sandbox-worlds";

export const metadata: Metadata = { title: sandboxWorldsText.title };

export default async function WorldsPage() {
  const worlds = await pageData(readWorlds);
  if (!worlds.ok) return <TabFailure error={worlds.error} />;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <SnapshotsCard snapshots={worlds.data.snapshots} />
      <SeedsCard seeds={worlds.data.seeds} />
    </div>
  );
}

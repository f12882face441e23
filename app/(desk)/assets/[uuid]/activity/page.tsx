import type { Metadata } from "next";
import { ActivityTable } from "@/components/activity/activity-table";
import { PartFailure } from "@/components/data/part-failure";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { activityText } from "@/lib/messages/activity";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { listActivities } from "@/server/services/activities";

export const generateMetadata = (): Metadata => ({ title: activityText.title });

export default promptly(async function ActivityPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/activity">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.activity(uuid));
  const activity = await pageData((actor) => listActivities(actor, uuid, state.query));
  if (!activity.ok) return <PartFailure error={activity.error} state={state} />;
  const mayOpen = may(activity.actor.role, "transaction:read");
  return <ActivityTable state={state} initial={activity.data} assetUuid={mayOpen ? uuid : null} />;
});

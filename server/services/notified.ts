import type { Actor } from "@/lib/domain/actor";
import { isOn } from "@/lib/domain/notices";
import type { OverviewWork } from "@/lib/domain/overview";
import { noticesText } from "@/lib/messages/notices";
import { routes } from "@/lib/routes";
import { findNoticeSettings } from "@/server/notices/settings-store";
import { failingChannels } from "@/server/notices/store";

/** Whether somebody is told of what needs a person, and by which ways in use nothing arrives. */
export async function readNotified({
  workspaceId,
  preview,
}: Actor): Promise<{ isTold: boolean; failing: OverviewWork[] }> {
  // What an issuer is told of is no matter of the manager whose view is looked at.
  if (preview) return { isTold: true, failing: [] };
  const settings = await findNoticeSettings(workspaceId);
  if (!settings) return { isTold: false, failing: [] };
  const failing = await failingChannels(workspaceId);
  return {
    isTold: settings.isEmailOn || settings.isWebhookOn,
    failing: failing.filter(({ channel }) => isOn(settings, channel)).map(toWork),
  };
}

const { undelivered, channels } = noticesText;

const toWork = ({ channel, problem }: Awaited<ReturnType<typeof failingChannels>>[number]): OverviewWork => ({
  id: `undelivered-${channel}`,
  tone: "danger",
  title: undelivered.title(channels[channel]),
  detail: undelivered.text(problem),
  href: routes.settings,
});

import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { AssetAlert } from "@/lib/domain/asset-list";
import { assetsText } from "@/lib/messages/assets";
import { commonText } from "@/lib/messages/common";

/** What is most urgent about an asset, with the page where it is settled, and how much more there is. */
export function AssetAlerts({ alerts: [first, ...more] }: { alerts: AssetAlert[] }) {
  if (!first) return commonText.none;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Link href={first.href} className="hover:underline">
        <Status tone={first.isUrgent ? "danger" : "waiting"} wraps>
          {first.title}
        </Status>
      </Link>
      {more.length > 0 && (
        <span className="whitespace-nowrap text-muted-foreground text-xs">
          {assetsText.moreAlerts(more.length)}
        </span>
      )}
    </span>
  );
}

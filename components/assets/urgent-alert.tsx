import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { AssetAlert } from "@/lib/domain/asset-list";
import { assetsText } from "@/lib/messages/assets";

/** On every page of an asset: what is most urgent about it, with the way to where it is settled. */
export function UrgentAlert({ alerts: [first, ...more] }: { alerts: AssetAlert[] }) {
  if (!first) return null;
  return (
    <Alert
      tone={first.isUrgent ? "danger" : "waiting"}
      className="mb-5"
      title={first.title}
      action={
        <ButtonLink size="sm" href={first.href}>
          {assetsText.toAlert}
        </ButtonLink>
      }
    >
      {more.length > 0 && assetsText.moreAlerts(more.length)}
    </Alert>
  );
}

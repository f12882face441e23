import Coins from "lucide-react/icons/coins";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";

/** Where assets would stand: what belongs here, and the button that makes the first one. */
export function NoAssets({ isSearch = false, canIssue }: { isSearch?: boolean; canIssue: boolean }) {
  if (isSearch) return <EmptyState icon={<Coins aria-hidden />} title={assetsText.empty.filtered} />;
  return (
    <EmptyState
      icon={<Coins aria-hidden />}
      title={canIssue ? assetsText.empty.title : assetsText.empty.managerTitle}
      action={
        canIssue ? (
          <ButtonLink variant="primary" href={routes.newAsset}>
            {assetsText.issue}
          </ButtonLink>
        ) : (
          <ButtonLink href={routes.access}>{assetsText.empty.ask}</ButtonLink>
        )
      }
    >
      {canIssue ? assetsText.empty.text : assetsText.empty.manager}
    </EmptyState>
  );
}

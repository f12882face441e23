import { Status } from "@/components/ui/status";
import { missingCategories } from "@/lib/domain/eligibility";
import type { ApprovalPreview } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";

const { approval: text } = requestsText;

/** Asset by asset, whether the person may receive it once the chosen categories are added. */
export function EligibilityList({ preview, chosen }: { preview: ApprovalPreview; chosen: number[] }) {
  const user = { categories: [...(preview.user?.categories ?? []), ...chosen] };
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{text.assets}</h3>
      {preview.assets.length === 0 && <p className="text-muted-foreground">{text.noAssets}</p>}
      <ul className="grid gap-1">
        {preview.assets.map((asset) => (
          <li key={asset.assetUuid} className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 break-words">{asset.name}</span>
            <Verdict preview={preview} asset={asset} missing={missingCategories(user, asset.requirements)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const namesOf = ({ categories }: ApprovalPreview, ids: readonly number[]) =>
  categories
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(", ");

interface VerdictProps {
  preview: ApprovalPreview;
  asset: ApprovalPreview["assets"][number];
  missing: number[];
}

function Verdict({ preview, asset, missing }: VerdictProps) {
  if (asset.transferRestricted && missing.length > 0)
    return (
      <Status tone="blocked" wraps>
        {text.lacks(namesOf(preview, missing))}
      </Status>
    );
  if (asset.isLocked) return <Status tone="waiting">{text.locked}</Status>;
  if (!asset.isAuthorized) return <Status tone="waiting">{text.unauthorized}</Status>;
  return <Status tone="ok">{asset.transferRestricted ? text.eligible : text.unrestricted}</Status>;
}

import Users from "lucide-react/icons/users";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import type { BlacklistedBasis, OwnershipView } from "@/lib/domain/ownership";
import { formatAmount } from "@/lib/format/amounts";
import { formatUtc } from "@/lib/format/times";
import { ownershipNotesText } from "@/lib/messages/ownership-notes";

/** What AMP attributes to nobody, or attributes beyond what there is. */
export function Unattributed({ view: { asset, figures } }: { view: OwnershipView }) {
  const missing = figures.supplySats - figures.ownedSats;
  const amount = formatAmount(missing, asset.precision, { ticker: asset.ticker });
  return (
    <p className="border-border border-t px-4 py-2.5 text-sm">
      <Status tone={missing > 0n ? "waiting" : "danger"} wraps>
        {missing > 0n ? ownershipNotesText.unattributed(amount) : ownershipNotesText.tooMuch}
      </Status>
    </p>
  );
}

/** That what is blacklisted is not known, or from before the amounts. */
export const BlacklistedNote = ({ basis: { asOf } }: { basis: BlacklistedBasis }) => (
  <p className="border-border border-t px-4 py-2.5 text-sm">
    <Status tone="waiting" wraps>
      {asOf ? ownershipNotesText.blacklisted.older(formatUtc(asOf)) : ownershipNotesText.blacklisted.unknown}
    </Status>
  </p>
);

export function NoOwners({ isSearch, isEarlier }: { isSearch: boolean; isEarlier: boolean }) {
  if (isSearch) return <EmptyState icon={<Users aria-hidden />} title={ownershipNotesText.empty.filtered} />;
  return (
    <EmptyState
      icon={<Users aria-hidden />}
      title={isEarlier ? ownershipNotesText.empty.earlier : ownershipNotesText.empty.title}
    >
      {ownershipNotesText.empty.text}
    </EmptyState>
  );
}

import { CountedFrom } from "@/components/data/counted-from";
import { PreviewPending } from "@/components/operations/preview-pending";
import { usePreview } from "@/components/operations/use-preview";
import { OutputOwner } from "@/components/transactions/output-owner";
import { Alert } from "@/components/ui/alert";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import {
  blacklistedAfter,
  type ChosenOwner,
  chosenOwners,
  type OutputsOfOwners,
  together,
} from "@/lib/domain/blacklist-impact";
import type { Counted } from "@/lib/domain/counted";
import { type OutputOwner as Owner, ownerKey } from "@/lib/domain/output-owner";
import { ownersOf, type UtxoRow, type UtxosView } from "@/lib/domain/utxos";
import { formatAmount, shownShare } from "@/lib/format/amounts";
import { blacklistImpactText as text } from "@/lib/messages/blacklist-impact";

/** Owners named one by one. */
const NAMED = 5;

interface BlacklistImpactProps {
  assetUuid: string;
  asset: UtxosView["asset"];
  /** All of them in the other state. */
  rows: UtxoRow[];
  isBlacklisted: boolean;
}

/** Whose outputs these are, what each of them has besides, and how much of the supply is blacklisted then. */
export function BlacklistImpact({ assetUuid, ...chosen }: BlacklistImpactProps) {
  const keys = ownersOf(chosen.rows).map(ownerKey).join();
  const { data, error, isFetching, refetch } = usePreview<Counted<OutputsOfOwners>>(
    `/api/assets/${assetUuid}/utxos/sums?${new URLSearchParams({ keys })}`,
  );
  return (
    <div className="grid gap-3">
      <Owners {...chosen} told={data?.impact ?? null} />
      {data ? (
        <>
          <Supply {...chosen} told={data.impact} />
          <CountedFrom counted={data} recount={refetch} />
        </>
      ) : (
        <>
          {error && <p className="text-muted-foreground">{text.notCounted}</p>}
          <PreviewPending
            error={error}
            isFetching={isFetching}
            loading={text.counting}
            onAgain={refetch}
            back={null}
          />
        </>
      )}
    </div>
  );
}

type Chosen = Omit<BlacklistImpactProps, "assetUuid">;

const amountIn = (asset: UtxosView["asset"]) => (sats: bigint) =>
  formatAmount(sats, asset.precision, { ticker: asset.ticker });

function Owners({ asset, rows, isBlacklisted, told }: Chosen & { told: OutputsOfOwners | null }) {
  const owners = chosenOwners(rows, isBlacklisted, told);
  const rest = owners.slice(NAMED);
  const of = (one: Omit<ChosenOwner, "owner">) => wordsOf(one, isBlacklisted, amountIn(asset));
  return (
    <ul aria-label={text.owners} className="grid gap-1">
      {owners.slice(0, NAMED).map((one) => (
        <li key={ownerKey(one.owner)} className="flex flex-wrap items-baseline gap-x-3">
          <OutputOwner owner={asOne(one.owner)} />
          <span>{of(one)}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li className="flex flex-wrap gap-x-3 text-muted-foreground">
          <span>{text.more(rest.length)}</span>
          <span>{of(together(rest))}</span>
        </li>
      )}
    </ul>
  );
}

/** A registered user may have several GAIDs, of which one output names one. */
const asOne = (owner: Owner): Owner => (owner.kind === "user" ? { ...owner, gaid: null } : owner);

function wordsOf(
  { changedSats, impact }: Omit<ChosenOwner, "owner">,
  isBlacklisted: boolean,
  amount: (sats: bigint) => string,
): string {
  if (impact === null) return amount(changedSats);
  const words = isBlacklisted ? text.blacklist : text.whitelist;
  const [changed, total] = [amount(changedSats), amount(impact.totalSats)];
  return impact.stayingSats === 0n
    ? words.all(changed, total)
    : words.some(changed, total, amount(impact.stayingSats));
}

function Supply({ asset, rows, isBlacklisted, told }: Chosen & { told: OutputsOfOwners }) {
  const after = blacklistedAfter(rows, isBlacklisted, told);
  const isKnown = chosenOwners(rows, isBlacklisted, told).every(({ impact }) => impact !== null);
  if (after === null || !isKnown) return <Alert tone="waiting" title={text.listChanged} />;
  const part = (sats: bigint) => text.part(amountIn(asset)(sats), shownShare(sats, told.supplySats));
  return (
    <KeyValues>
      <KeyValue term={text.supply}>
        {text.change(part(told.blacklistedSats), part(after))}
        <p className="text-muted-foreground text-xs">{text.supplyNote}</p>
      </KeyValue>
    </KeyValues>
  );
}

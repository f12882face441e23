import type { Route } from "next";
import { Figure, Figures } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import type { OwnershipView } from "@/lib/domain/ownership";
import { formatAmount, groupDigits, shownShare } from "@/lib/format/amounts";
import { ownershipText } from "@/lib/messages/ownership";
import { routes } from "@/lib/routes";
import { heldBlacklisted } from "./split";

const { figures: text } = ownershipText;

interface FiguresProps {
  view: OwnershipView;
  assetUuid: string;
}

/** The whole in figures. What is blacklisted or lost is told for today alone: AMP knows neither for an earlier block. */
export function OwnershipFigureRow({ view, assetUuid }: FiguresProps) {
  const { asset, figures, today } = view;
  const { supplySats, treasurySats, ownedSats, holderCount } = figures;
  const circulatingSats = ownedSats - treasurySats;
  const amount = (sats: bigint) => ({ value: formatAmount(sats, asset.precision), unit: asset.ticker });
  const share = (sats: bigint) => text.shareOf(shownShare(sats, supplySats));
  const blacklistedSats = heldBlacklisted(view);
  const isAllThere = supplySats <= ownedSats && today?.lostOutputs === 0;
  return (
    <Figures>
      <Figure label={text.supply} {...amount(supplySats)} />
      <Figure label={text.treasury} {...amount(treasurySats)} note={share(treasurySats)} />
      <Figure
        label={text.circulating}
        {...amount(circulatingSats)}
        note={
          <>
            {share(circulatingSats)}
            {blacklistedSats > 0n &&
              text.withBlacklisted(formatAmount(blacklistedSats, asset.precision, { ticker: asset.ticker }))}
          </>
        }
      />
      <Figure label={text.holders} value={groupDigits(String(holderCount))} note={text.holdersNote} />
      {today && today.blacklistedSats > 0n && (
        <Figure
          label={text.blacklisted}
          {...amount(today.blacklistedSats)}
          note={
            <>
              {text.blacklistedNote}{" "}
              <NoteLink href={`${routes.utxos(assetUuid)}?state=blacklisted`}>
                {ownershipText.seeBlacklisted}
              </NoteLink>
            </>
          }
        />
      )}
      {today && !isAllThere && (
        <Figure
          label={text.lost}
          {...amount(supplySats - ownedSats)}
          note={
            <>
              {today.lostOutputs > 0 ? text.lostNote(today.lostOutputs) : text.noneLost}{" "}
              {today.lostOutputs > 0 && (
                <NoteLink href={routes.lostOutputs(assetUuid)}>{ownershipText.seeLost}</NoteLink>
              )}
            </>
          }
        />
      )}
    </Figures>
  );
}

const NoteLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href as Route} className="whitespace-nowrap text-link underline-offset-2 hover:underline">
    {children}
  </Link>
);

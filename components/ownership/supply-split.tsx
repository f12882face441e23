import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { OwnershipView } from "@/lib/domain/ownership";
import { formatAmount, shownShare } from "@/lib/format/amounts";
import { ownershipText } from "@/lib/messages/ownership";
import { type SplitPart, splitOf } from "./split";

const { split: text } = ownershipText;

/** The parts of the supply in one bar, each with its amount and share: what nobody can move is told from the rest. */
export function SupplySplit({ view }: { view: OwnershipView }) {
  const parts = splitOf(view);
  if (parts.length < 2) return null;
  // What was blacklisted at an earlier block is not known.
  const nameOf = ({ kind }: SplitPart) =>
    kind === "holders" && view.today === null ? text.allHolders : text.parts[kind];
  const share = (part: SplitPart) => ownershipText.percent(shownShare(part.sats, view.figures.supplySats));
  const label = text.label(parts.map((part) => `${nameOf(part)} ${share(part)}`).join(", "));
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid gap-3">
        <div role="img" aria-label={label} className="flex h-3 gap-px overflow-hidden rounded-sm bg-sunken">
          {parts.map(({ kind, fill, weight }) => (
            <span key={kind} style={{ background: fill, flexGrow: weight, minWidth: 2 }} />
          ))}
        </div>
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
          {parts.map((part) => (
            <div key={part.kind}>
              <dt className="flex items-center gap-2 text-muted-foreground text-xs">
                <span
                  aria-hidden
                  className="size-2.5 shrink-0 rounded-xs"
                  style={{ background: part.fill }}
                />
                {nameOf(part)}
              </dt>
              <dd className="ps-4.5">
                {formatAmount(part.sats, view.asset.precision, { ticker: view.asset.ticker })}
                <span className="ms-2 text-muted-foreground text-xs">{share(part)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}

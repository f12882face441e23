import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { type Concentration, concentrationLevel, TOP } from "@/lib/domain/concentration";
import { groupDigits, shownShare } from "@/lib/format/amounts";
import { ownershipText } from "@/lib/messages/ownership";
import { ownershipConcentrationText as text } from "@/lib/messages/ownership-concentration";

/** How much lies with how few, in three figures. */
export function ConcentrationCard({ concentration }: { concentration: Concentration }) {
  const { holders, holdersToHalf, topSats, totalSats, hhi } = concentration;
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody>
        {holders === 0 ? (
          <p className="text-muted-foreground text-sm">{text.nobody}</p>
        ) : (
          <dl className="grid gap-3.5">
            <Row
              term={text.top(Math.min(TOP, holders))}
              value={ownershipText.percent(shownShare(topSats, totalSats))}
              note={text.topNote}
            />
            <Row
              term={text.half}
              value={groupDigits(String(holdersToHalf))}
              note={text.halfNote(shownShare(BigInt(holdersToHalf), BigInt(holders)))}
            />
            <Row
              term={text.hhi}
              value={hhi === 0n ? "<1" : groupDigits(hhi.toString())}
              note={text.hhiNote(text.levels[concentrationLevel(hhi)])}
            />
          </dl>
        )}
      </CardBody>
    </Card>
  );
}

const Row = ({ term, value, note }: { term: string; value: string; note: string }) => (
  <div>
    <dt className="text-muted-foreground text-xs">{term}</dt>
    <dd className="font-medium text-lg">{value}</dd>
    <dd className="text-muted-foreground text-xs">{note}</dd>
  </div>
);

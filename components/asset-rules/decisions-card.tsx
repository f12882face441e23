import { DecisionTableRow } from "@/components/sandbox/decision-row";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { DecisionRow } from "@/lib/domain/sandbox";
import { assetRulesText } from "@/lib/messages/asset-rules";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";
import { routes } from "@/lib/routes";

const { decisions: text } = assetRulesText;
const { columns } = sandboxDecisionsText;

interface DecisionsCardProps {
  assetUuid: string;
  decisions: DecisionRow[];
}

/** The sandbox's latest decisions about the asset; each leads to its reasons. */
export function DecisionsCard({ assetUuid, decisions }: DecisionsCardProps) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.lead}
        actions={
          decisions.length > 0 && (
            <Link
              href={routes.sandboxDecisionsOf(assetUuid)}
              className="text-link text-xs underline-offset-2 hover:underline"
            >
              {text.all}
            </Link>
          )
        }
      />
      {decisions.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">{text.none}</CardBody>
      ) : (
        <Table caption={text.caption}>
          <TableHead>
            <Th>{columns.at}</Th>
            <Th>{columns.verdict}</Th>
            <Th>{columns.asset}</Th>
            <Th>{columns.parties}</Th>
            <Th>{columns.categories}</Th>
            <Th>{columns.endpoint}</Th>
          </TableHead>
          <TableBody>
            {decisions.map((decision) => (
              <DecisionTableRow key={decision.uuid} decision={decision} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { GrantedAsset, ManagerDetails, ManagerRow } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { GRANTS_CARD, routes } from "@/lib/routes";
import { GrantForm } from "./grant-form";
import { RevokeAssetButton } from "./revoke-asset-button";

const { grants: text } = managersText;

interface GrantsCardProps extends Pick<ManagerDetails, "manager" | "grantable"> {
  /** The asset that a link asks for; empty when none does. */
  chosen: string;
}

/** Which assets the manager sees. */
export function GrantsCard({ manager, grantable, chosen }: GrantsCardProps) {
  const { assets } = manager;
  return (
    <Card id={GRANTS_CARD}>
      <CardHeader title={text.title} description={text.lead} />
      {assets.length > 0 && (
        <Table caption={text.caption} className="border-border border-b">
          <TableHead>
            <Th>{text.asset}</Th>
            <Th fit aria-label={text.revoke} />
          </TableHead>
          <TableBody>
            {assets.map((asset) => (
              <GrantedRow key={asset.assetUuid} manager={manager} asset={asset} />
            ))}
          </TableBody>
        </Table>
      )}
      <CardBody className="grid gap-3 text-sm">
        {assets.length === 0 && <p className="text-muted-foreground">{text.none}</p>}
        <GrantForm key={chosen} managerId={manager.id} assets={grantable} chosen={chosen} />
      </CardBody>
    </Card>
  );
}

const GrantedRow = ({ manager, asset }: { manager: ManagerRow; asset: GrantedAsset }) => (
  <TableRow>
    <RowTitle>
      <Link href={routes.asset(asset.assetUuid)} className="font-medium hover:underline">
        {asset.name}
      </Link>
    </RowTitle>
    <Td fit>
      <RevokeAssetButton managerId={manager.id} asset={asset} />
    </Td>
  </TableRow>
);

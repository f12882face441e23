import { AssetStatus } from "@/components/assets/asset-status";
import { Amount } from "@/components/ui/amount";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { OverviewData } from "@/lib/domain/overview";
import { supplyOf } from "@/lib/domain/supply";
import { groupDigits } from "@/lib/format/amounts";
import { overviewText } from "@/lib/messages/overview";
import { routes } from "@/lib/routes";

const { assets: text } = overviewText;

/** Supply, what is in the treasury and what is reserved, asset by asset. */
export function AssetsCard({
  rows,
  total,
  treasuryAge,
}: Pick<OverviewData, "rows" | "total" | "treasuryAge">) {
  // Without a watch nobody knows what the treasury holds.
  const hasTreasury = rows.some(({ treasurySats }) => treasurySats !== null);
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={[rows.length < total && text.shown(rows.length, total), treasuryAge]
          .filter(Boolean)
          .join(" ")}
        actions={
          <ButtonLink size="sm" variant="ghost" href={routes.assets}>
            {text.all}
          </ButtonLink>
        }
      />
      <Table caption={text.title}>
        <TableHead>
          <Th>{text.name}</Th>
          <Th>{text.state}</Th>
          <Th numeric>{text.supply}</Th>
          {hasTreasury && <Th numeric>{text.treasury}</Th>}
          <Th numeric>{text.assigned}</Th>
          <Th numeric>{text.holders}</Th>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <AssetRow key={row.asset.assetUuid} {...row} hasTreasury={hasTreasury} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function AssetRow({
  asset,
  summary,
  treasurySats,
  hasTreasury,
}: OverviewData["rows"][number] & { hasTreasury: boolean }) {
  const amount = (sats: bigint | undefined) =>
    sats === undefined ? (
      text.unknown
    ) : (
      <Amount sats={sats} precision={asset.precision} ticker={asset.ticker} />
    );
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(asset.assetUuid)} className="font-medium hover:underline">
          {asset.name}
        </Link>
      </RowTitle>
      <Td label={text.state}>
        <AssetStatus asset={asset} />
      </Td>
      <Td label={text.supply} numeric>
        {amount(summary ? supplyOf(summary) : undefined)}
      </Td>
      {hasTreasury && (
        <Td label={text.treasury} numeric>
          {amount(treasurySats ?? undefined)}
        </Td>
      )}
      <Td label={text.assigned} numeric>
        {amount(summary?.assigned)}
      </Td>
      <Td label={text.holders} numeric>
        {summary ? groupDigits(String(summary.activeGreenSubaccounts)) : text.unknown}
      </Td>
    </TableRow>
  );
}

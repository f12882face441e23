import { UnreadableAssets } from "@/components/assets/unreadable-assets";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { CategoryDetails, RequiringAsset } from "@/lib/domain/categories";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoryFiles } from "@/lib/list-files";
import { parseListState } from "@/lib/list-state";
import { categoriesText } from "@/lib/messages/categories";
import { routes } from "@/lib/routes";
import { ReleaseAssetButton } from "./release-asset-button";
import { RequireAssetForm } from "./require-asset-form";

const { assetCard: text } = categoriesText;

/** Which assets require the category. What requiring it does is said before it is done. */
export function AssetsCard({ details, canChange }: { details: CategoryDetails; canChange: boolean }) {
  const { category, assets, hiddenAssets, unreadable, attachable } = details;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.description}
        actions={
          <ExportButton
            list="requiring-assets"
            state={parseListState({}, categoryFiles.requiringAssets(category.id))}
          />
        }
      />
      {assets.length > 0 && (
        <Table caption={text.title} className="border-border border-b">
          <TableHead>
            <Th>{text.asset}</Th>
            <Th>{text.also}</Th>
            <Th numeric>{text.eligible}</Th>
            {canChange && (
              <Th fit>
                <span className="sr-only">{text.release}</span>
              </Th>
            )}
          </TableHead>
          <TableBody>
            {assets.map((asset) => (
              <AssetRow
                key={asset.assetUuid}
                asset={asset}
                category={category}
                users={details.users}
                canChange={canChange}
              />
            ))}
          </TableBody>
        </Table>
      )}
      <CardBody className="grid gap-3 text-sm">
        {category.assets.length === 0 && (
          <p className="text-muted-foreground">{canChange ? text.noneText : text.noneOfYours}</p>
        )}
        <UnreadableAssets assetUuids={unreadable} />
        {hiddenAssets > 0 && <p className="text-muted-foreground">{text.notGranted(hiddenAssets)}</p>}
        {canChange ? (
          <RequireAssetForm category={category} assets={attachable} />
        ) : (
          <p className="text-muted-foreground">{text.readOnly}</p>
        )}
      </CardBody>
    </Card>
  );
}

interface AssetRowProps {
  asset: RequiringAsset;
  category: CategoryName;
  users: number;
  canChange: boolean;
}

function AssetRow({ asset, category, users, canChange }: AssetRowProps) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(asset.assetUuid)} className="font-medium hover:underline">
          {asset.name}
        </Link>
        {!asset.transferRestricted && (
          <span className="block font-normal text-muted-foreground text-xs">{text.tracked}</span>
        )}
      </RowTitle>
      <Td label={text.also}>
        <OtherCategories categories={asset.otherRequirements} />
      </Td>
      <Td label={text.eligible} numeric>
        {text.eligibleOf(asset.eligible, users)}
      </Td>
      {canChange && (
        <Td fit>
          <ReleaseAssetButton category={category} asset={asset} />
        </Td>
      )}
    </TableRow>
  );
}

function OtherCategories({ categories }: { categories: CategoryName[] }) {
  if (categories.length === 0) return <span className="text-muted-foreground">{text.onlyThis}</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {categories.map(({ id, name }) => (
        <Link key={id} href={routes.category(id)} className="hover:underline">
          {name}
        </Link>
      ))}
    </span>
  );
}

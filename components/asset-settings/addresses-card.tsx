"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { usePortion } from "@/components/data/use-portion";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DEFAULT_LIMIT } from "@/lib/contracts/list";
import { shortenMiddle } from "@/lib/format/ids";
import type { ListState } from "@/lib/list-state";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { routes } from "@/lib/routes";
import { deleteTreasuryAddressAction } from "@/server/actions/asset-settings";
import { AddAddressesForm } from "./add-addresses-form";

const { addresses: text } = assetSettingsText;
const ENDS = 12;

/** As `assetFiles` has it, without the table of all lists among the page's scripts. */
const fileOf = (assetUuid: string): ListState => ({
  path: routes.assetSettings(assetUuid),
  query: { limit: DEFAULT_LIMIT, filters: {} },
  defaultSort: undefined,
});

/** Plain Liquid addresses that AMP counts as the issuer's. */
export function AddressesCard({ assetUuid, addresses }: { assetUuid: string; addresses: string[] }) {
  const { shown, more } = usePortion(addresses);
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.lead}
        actions={<ExportButton list="treasury-addresses" state={fileOf(assetUuid)} />}
      />
      {addresses.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">{text.none}</CardBody>
      ) : (
        <ul aria-label={text.caption} className="divide-y divide-border text-sm">
          {shown.map((address) => (
            <li
              key={address}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1.5"
            >
              <CopyId value={address} label={text.addressLabel} ends={ENDS} />
              <Remove assetUuid={assetUuid} address={address} />
            </li>
          ))}
        </ul>
      )}
      {more}
      <AddAddressesForm assetUuid={assetUuid} />
    </Card>
  );
}

function Remove({ assetUuid, address }: { assetUuid: string; address: string }) {
  const short = shortenMiddle(address, ENDS);
  return (
    <ConfirmAction
      variant="ghost"
      size="sm"
      aria-label={text.removeLabel(short)}
      title={text.removeTitle}
      consequence={text.removeText(short)}
      confirmLabel={text.removeConfirm}
      done={text.removed}
      action={() => deleteTreasuryAddressAction({ assetUuid, address })}
    >
      {text.remove}
    </ConfirmAction>
  );
}

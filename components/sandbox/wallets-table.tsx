"use client";

import Wallet from "lucide-react/icons/wallet";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DialogButton } from "@/components/ui/dialog-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Link } from "@/components/ui/link";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { AssetChoice, WalletRow, WalletsView } from "@/lib/domain/sandbox";
import { type ListState, listHref } from "@/lib/list-state";
import { sandboxWalletsText as text } from "@/lib/messages/sandbox-wallets";
import { routes } from "@/lib/routes";
import { Holdings } from "./holdings";
import { MakeWallets } from "./make-wallets";
import { SendButton } from "./send-button";

const { columns, empty } = text;
const loadOutside = () => import("./outside-dialog").then((module) => module.OutsideDialog);

export function WalletsTable({ state, initial }: { state: ListState; initial: WalletsView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, assets, nodeWallets } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <div className="flex flex-wrap items-start justify-between gap-2">
        <MakeWallets />
        <DialogButton load={loadOutside} dialog={{ assets, nodeWallets }} variant="danger-quiet">
          {text.outside.button}
        </DialogButton>
      </div>
      <Card>
        <h2 className="sr-only">{text.title}</h2>
        <FilterBar state={state} search={text.search}>
          <Freshness freshness={page.freshness} onRefresh={refresh} />
          <ExportButton list="sandbox-wallets" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={page}
          caption={text.caption}
          empty={<NoRows state={state} icon={<Wallet aria-hidden />} texts={empty} />}
          head={
            <>
              <Th>{columns.wallet}</Th>
              <Th>{columns.gaid}</Th>
              <Th>{columns.holdings}</Th>
              <Th>{columns.created}</Th>
              <Th fit>
                <span className="sr-only">{columns.actions}</span>
              </Th>
            </>
          }
          row={(wallet) => <WalletTableRow key={wallet.gaid} wallet={wallet} assets={assets} />}
        />
      </Card>
    </div>
  );
}

function WalletTableRow({ wallet, assets }: { wallet: WalletRow; assets: AssetChoice[] }) {
  return (
    <TableRow>
      <RowTitle>
        <Link
          href={routes.sandboxWallet(wallet.gaid)}
          className="inline-block min-h-6 leading-6 hover:underline"
        >
          {wallet.label ?? <span className="text-muted-foreground">{text.noLabel}</span>}
        </Link>
      </RowTitle>
      <Td label={columns.gaid}>
        <CopyId value={wallet.gaid} label={text.gaid} ends={8} />
      </Td>
      <Td label={columns.holdings}>
        <Holdings holdings={wallet.holdings} />
      </Td>
      <Td label={columns.created}>
        <BlockTime at={wallet.createdAt} />
      </Td>
      <Td fit>
        <SendButton wallet={wallet} assets={assets} size="sm" />
      </Td>
    </TableRow>
  );
}

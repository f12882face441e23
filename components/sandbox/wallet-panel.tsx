"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness } from "@/components/ui/freshness";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Th } from "@/components/ui/table";
import type { WalletRow, WalletView } from "@/lib/domain/sandbox";
import { type ListState, listHref } from "@/lib/list-state";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { routes } from "@/lib/routes";
import { Holdings } from "./holdings";
import { MovementTableRow } from "./movement-row";
import { SendButton } from "./send-button";
import { WalletAddress } from "./wallet-address";
import { walletName } from "./wallet-name";

const { wallet: text, columns } = sandboxWalletsText;

/** One investor's wallet: what it holds, where to pay it, what came and went. */
export function WalletPanel({ state, initial }: { state: ListState; initial: WalletView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { wallet, history, assets } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <CardHeader
            title={walletName(wallet)}
            actions={
              <>
                <ButtonLink href={routes.newUser} size="sm">
                  {text.register}
                </ButtonLink>
                <SendButton wallet={wallet} assets={assets} size="sm" variant="primary" />
              </>
            }
          />
          <CardBody>
            <WalletFacts wallet={wallet} />
          </CardBody>
        </Card>
        <WalletAddress gaid={wallet.gaid} />
      </div>
      <Card>
        <CardHeader
          title={text.history}
          actions={<Freshness freshness={history.freshness} onRefresh={refresh} />}
        />
        <ListTable
          state={state}
          page={history}
          caption={text.historyCaption}
          empty={<EmptyState title={state.query.cursor ? text.lastPage : text.noHistory} />}
          head={
            <>
              <Th>{text.columns.at}</Th>
              <Th>{text.columns.what}</Th>
              <Th numeric>{text.columns.amount}</Th>
              <Th>{text.columns.decision}</Th>
              <Th>{text.columns.txid}</Th>
            </>
          }
          row={(movement) => <MovementTableRow key={movement.txid} movement={movement} />}
        />
      </Card>
    </div>
  );
}

const WalletFacts = ({ wallet }: { wallet: WalletRow }) => (
  <KeyValues>
    <KeyValue term={columns.gaid}>
      <CopyId value={wallet.gaid} label={sandboxWalletsText.gaid} full />
    </KeyValue>
    <KeyValue term={columns.holdings}>
      {wallet.holdings.length > 0 ? (
        <Holdings holdings={wallet.holdings} />
      ) : (
        <span className="text-muted-foreground">{text.holdsNothing}</span>
      )}
    </KeyValue>
    <KeyValue term={columns.created}>
      <BlockTime at={wallet.createdAt} />
    </KeyValue>
  </KeyValues>
);

import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { late } from "@/components/ui/late";
import type { NodeState } from "@/lib/domain/treasury";
import { formatBlockHeight } from "@/lib/format/times";
import { treasuryText } from "@/lib/messages/treasury";
import { routes } from "@/lib/routes";
import { ReceiveAddress } from "./receive-address";
import { SyncStatus } from "./treasury-figures";
import { WalletLockState } from "./wallet-lock-state";

const { node: text, chains } = treasuryText;

const UnlockWallet = late(() => import("./unlock-wallet").then((module) => module.UnlockWallet));

export function NodeCard({ node }: { node: NodeState }) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        actions={
          <ButtonLink size="sm" href={routes.sendLbtc}>
            {text.sendLbtc}
          </ButtonLink>
        }
      />
      <CardBody>
        <KeyValues>
          <KeyValue term={text.chain}>{chains[node.chain] ?? node.chain}</KeyValue>
          <KeyValue term={text.version}>{node.version}</KeyValue>
          <KeyValue term={text.height}>{formatBlockHeight(node.blocks)}</KeyValue>
          <KeyValue term={text.state}>
            <SyncStatus node={node} />
          </KeyValue>
          <KeyValue term={text.wallet}>
            <span className="grid gap-0.5">
              <WalletLockState node={node} />
              <code className="break-all text-muted-foreground text-xs">{node.walletKey}</code>
            </span>
          </KeyValue>
        </KeyValues>
      </CardBody>
      {node.isLocked && (
        <CardBody className="border-border border-t">
          <UnlockWallet />
        </CardBody>
      )}
      <ReceiveAddress />
    </Card>
  );
}

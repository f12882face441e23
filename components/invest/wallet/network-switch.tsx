"use client";

import { useSwitchChain } from "wagmi";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { walletText } from "@/lib/messages/invest-wallet";
import { ProblemAlert } from "./problem-alert";

const { network } = walletText;

/** Empty means that nobody said which networks there are. */
export const isSignInNetwork = ({ signInChainIds }: WalletSetup, chainId: number): boolean =>
  signInChainIds.length === 0 || signInChainIds.includes(chainId);

export function NetworkSwitch({ setup, chainId }: { setup: WalletSetup; chainId: number }) {
  const { mutate: switchChain, isPending, variables, error } = useSwitchChain();
  const chains = setup.chains.filter((chain) => setup.signInChainIds.includes(chain.chainId));
  const names = network.list(chains.map(({ name }) => name));
  return (
    <div className="grid gap-3">
      <Alert
        tone="waiting"
        title={network.title}
        action={chains.map((chain) => (
          <Button
            key={chain.chainId}
            variant="primary"
            loading={isPending && variables.chainId === chain.chainId}
            onClick={() => switchChain({ chainId: chain.chainId })}
          >
            {network.switchTo(chain.name)}
          </Button>
        ))}
      >
        <p>{network.text(names)}</p>
        <p className="text-muted-foreground">{network.now(chainId)}</p>
      </Alert>
      <ProblemAlert error={error} otherwise="unknown-network" />
    </div>
  );
}

"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type Config, WagmiContext } from "wagmi";
import { reconnect } from "wagmi/actions";
import { WalletSoon } from "@/components/invest/wallet-soon";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { walletConfig, walletConnectConnector } from "./config";

let returning: Promise<unknown> | undefined;

/** Takes up the wallet of the last visit, without asking the person; once per page, however many parts want it. */
function returnToWallet(config: Config, setup: WalletSetup): Promise<unknown> {
  returning ??= Promise.resolve(config.storage?.getItem("recentConnectorId")).then(async (id) => {
    // The others are left alone: asking each would load and wake wallets that nobody chose.
    const projectId = id === "walletConnect" ? setup.walletConnectProjectId : null;
    if (projectId) return reconnect(config, { connectors: [walletConnectConnector(projectId, () => {})] });
    const known = config.connectors.filter((connector) => connector.id === id);
    return known.length > 0 ? reconnect(config, { connectors: known }) : forget(config);
  });
  return returning;
}

/** What the browser kept names a connection that this page does not hold. */
const forget = (config: Config) =>
  config.setState((state) => ({ ...state, connections: new Map(), current: null, status: "disconnected" }));

interface WalletFrameProps {
  setup: WalletSetup;
  /** Says nothing while it looks for the wallet. */
  quiet?: boolean;
  children: ReactNode;
}

/** Around whatever speaks to a wallet. `WagmiProvider` would drop the connection whenever a second one is mounted. */
export function WalletFrame({ setup, quiet, children }: WalletFrameProps) {
  const [config] = useState(() => walletConfig(setup));
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isHere = true;
    const ready = () => isHere && setReady(true);
    returnToWallet(config, setup).then(ready, ready);
    return () => {
      isHere = false;
    };
  }, [config, setup]);
  return <WagmiContext value={config}>{isReady ? children : !quiet && <WalletSoon />}</WagmiContext>;
}

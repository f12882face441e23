"use client";

import Smartphone from "lucide-react/icons/smartphone";
import Wallet from "lucide-react/icons/wallet";
import { type ReactNode, useState } from "react";
import { type Connector, type CreateConnectorFn, useConnect, useConnectors } from "wagmi";
import { Button } from "@/components/ui/button";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { walletText } from "@/lib/messages/invest-wallet";
import { WalletSoon } from "../wallet-soon";
import { walletConnectConnector } from "./config";
import { NoWallet } from "./no-wallet";
import { PairingCode } from "./pairing-code";
import { ProblemAlert } from "./problem-alert";

/** The wallets of this browser and, where configured, of other devices; then the wallet's own question. */
export function ConnectorChoice({ setup }: { setup: WalletSetup }) {
  const wallets = useWallets();
  const { mutate: connect, isPending, error, reset } = useConnect();
  const [asked, setAsked] = useState<string>(walletText.browserWallet);
  const [link, setLink] = useState<string>();
  const choose = (name: string, connector: Connector | CreateConnectorFn) => {
    setAsked(name);
    setLink(undefined);
    connect({ connector });
  };
  if (isPending)
    return (
      <div className="grid justify-items-start gap-3">
        <WalletSoon words={walletText.connecting(asked)} />
        {link ? (
          <PairingCode link={link} />
        ) : (
          <p className="text-muted-foreground text-sm">{walletText.connectingHint}</p>
        )}
        <Button onClick={reset}>{walletText.back}</Button>
      </div>
    );
  const { walletConnectProjectId: projectId } = setup;
  return (
    <div className="grid gap-3">
      <ProblemAlert error={error} />
      {wallets.length === 0 && <NoWallet hasWalletConnect={projectId !== null} />}
      {(wallets.length > 0 || projectId !== null) && (
        <ul aria-label={walletText.choose} className="grid gap-2">
          {wallets.map((connector) => (
            <Choice
              key={connector.uid}
              icon={<WalletIcon url={connector.icon} />}
              name={nameOf(connector)}
              onChoose={() => choose(nameOf(connector), connector)}
            />
          ))}
          {projectId !== null && (
            <Choice
              icon={<Smartphone aria-hidden className="size-5 stroke-[1.5]" />}
              name={walletText.walletConnect}
              hint={walletText.walletConnectHint}
              onChoose={() => choose(walletText.walletConnect, walletConnectConnector(projectId, setLink))}
            />
          )}
        </ul>
      )}
    </div>
  );
}

/** Wallets announce themselves; an older one that only sets `window.ethereum` counts when no other does. */
function useWallets(): readonly Connector[] {
  const connectors = useConnectors();
  const announced = connectors.filter(({ id }) => id !== "injected");
  if (announced.length > 0) return announced;
  return "ethereum" in window ? connectors : [];
}

const nameOf = ({ id, name }: Connector): string => (id === "injected" ? walletText.browserWallet : name);

interface ChoiceProps {
  icon: ReactNode;
  name: string;
  hint?: string;
  onChoose: () => void;
}

const Choice = ({ icon, name, hint, onChoose }: ChoiceProps) => (
  <li>
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-13 w-full items-center gap-3 rounded-lg border border-border-strong bg-card px-3.5 py-2 text-start shadow-raised transition-colors hover:border-input hover:bg-accent"
    >
      <span className="grid size-7 shrink-0 place-items-center overflow-hidden rounded-md text-muted-foreground">
        {icon}
      </span>
      <span className="grid min-w-0">
        <span className="truncate font-medium text-base">{name}</span>
        {hint && <span className="text-muted-foreground text-xs">{hint}</span>}
      </span>
    </button>
  </li>
);

/** Wallets bring their icon as data; one from elsewhere would tell that place who signs in here. */
function WalletIcon({ url }: { url: string | undefined }) {
  const source = url?.trim();
  if (!source?.startsWith("data:image/")) return <Wallet aria-hidden className="size-5 stroke-[1.5]" />;
  // biome-ignore lint/performance/noImgElement: a picture that is in the page already has nothing to be optimised
  return <img src={source} alt="" className="size-7" />;
}

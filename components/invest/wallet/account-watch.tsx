"use client";

import { useEffect, useRef } from "react";
import { useConnection } from "wagmi";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { routes } from "@/lib/routes";
import { signOutInvestor } from "@/server/actions/invest";
import { WalletFrame } from "./wallet-frame";

export interface AccountWatchProps {
  setup: WalletSetup;
  /** The wallet that is signed in, lower case. */
  address: string;
}

/** Shows nothing: ends the session when the wallet changes to another account. */
export const AccountWatch = (props: AccountWatchProps) => (
  <WalletFrame setup={props.setup} quiet>
    <Watch address={props.address} />
  </WalletFrame>
);

function Watch({ address }: { address: string }) {
  const connection = useConnection();
  const isLeaving = useRef(false);
  // A locked or disconnected wallet shows no account at all; that is no other one.
  const now = connection.status === "connected" ? connection.address.toLowerCase() : address;
  useEffect(() => {
    if (now === address || isLeaving.current) return;
    isLeaving.current = true;
    const leave = () => window.location.assign(routes.investAfter("switched"));
    signOutInvestor({ everywhere: false, address }).then(leave, leave);
  }, [now, address]);
  return null;
}

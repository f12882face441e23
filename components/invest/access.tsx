"use client";

import { useRef } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { useReadAgain } from "@/components/data/use-read-again";
import type { InvestorView } from "@/lib/domain/investor";
import { investorState, isVerifying, isWaiting } from "@/lib/domain/investor-state";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { NextAction } from "./next-action";
import { useInvestorPath } from "./signed-in";
import { StateCard } from "./state-card";
import { StateDetails } from "./state-details";
import { Way } from "./way";

const WAITING_MS = 4_000;
/** Another device or the issuer may change something while nobody waits for it. */
const RESTING_MS = 30_000;

/** Another tab may have opened another issuer's link. */
const pathOf = ({ issuer }: InvestorView): string =>
  issuer ? `/api/invest/me?${new URLSearchParams({ issuer: issuer.slug })}` : "/api/invest/me";

interface AccessProps {
  initial: InvestorView;
  setup: WalletSetup;
}

/** A signed-in person's way, kept fresh while somebody else acts. */
export function Access({ initial, setup }: AccessProps) {
  const {
    data: view,
    refresh,
    error,
  } = useLive(useInvestorPath(pathOf(initial)), initial, {
    everyMs: (now) => (isWaiting(investorState(now)) || isVerifying(now) ? WAITING_MS : RESTING_MS),
  });
  const state = investorState(view);
  const typed = useRef("");
  // What the header offers, such as holdings, belongs to the server's part of the page.
  useReadAgain(state);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {error && <ErrorAlert error={error} />}
      <div className="grid gap-6 md:grid-cols-[15rem_minmax(0,1fr)] md:gap-10">
        <Way state={state} />
        <StateCard state={state} details={<StateDetails state={state} view={view} />}>
          <NextAction key={state} state={state} view={view} setup={setup} refresh={refresh} typed={typed} />
        </StateCard>
      </div>
    </div>
  );
}

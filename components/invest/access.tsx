"use client";

import { useLive } from "@/components/data/use-live";
import type { InvestorView } from "@/lib/domain/investor";
import { investorState, isWaiting } from "@/lib/domain/investor-state";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { NextAction } from "./next-action";
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
  const { data: view, refresh } = useLive(pathOf(initial), initial, {
    everyMs: (now) => (isWaiting(investorState(now)) ? WAITING_MS : RESTING_MS),
  });
  const state = investorState(view);
  return (
    <div className="grid gap-6 md:grid-cols-[15rem_minmax(0,1fr)] md:gap-10">
      <Way state={state} />
      <StateCard state={state} details={<StateDetails state={state} view={view} />}>
        <NextAction key={state} state={state} view={view} setup={setup} refresh={refresh} />
      </StateCard>
    </div>
  );
}

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Access } from "@/components/invest/access";
import { ChainTasks } from "@/components/invest/chain-tasks";
import { OpenOrders } from "@/components/invest/open-orders";
import { ChainsCard } from "@/components/requests/chains-card";
import { RequestView } from "@/components/requests/request-view";
import type { InvestorView } from "@/lib/domain/investor";
import type { RequestDetails } from "@/lib/domain/requests";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { ViewError } from "./get-json";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));
vi.mock("@/lib/domain/investor-state", () => ({
  ...{ investorState: () => "ready", isVerifying: () => false, isWaiting: () => false },
}));
vi.mock("@/components/invest/next-action", () => ({ NextAction: () => null }));
vi.mock("@/components/invest/state-card", () => ({ StateCard: () => null }));
vi.mock("@/components/invest/state-details", () => ({ StateDetails: () => null }));
vi.mock("@/components/invest/way", () => ({ Way: () => null }));
vi.mock("@/components/requests/decision-card", () => ({ DecisionCard: () => null }));
vi.mock("@/components/requests/kyc-card", () => ({ KycCard: () => null }));
vi.mock("@/components/requests/person-card", () => ({ PersonCard: () => null }));
vi.mock("@/components/requests/proofs-card", () => ({ ProofsCard: () => null }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
vi.mock("@/server/actions/invest-chain", () => ({ cancelAutoInvest: null }));
vi.mock("@/server/actions/requests", () => ({ approveRequestAction: null, answerKycAlertAction: null }));

const request = { id: "r", state: "declined", issuerName: "Alpine", kycAlert: null, steps: [] };
const chain = { chainId: 1, state: "sent" as const, hash: null, reason: null };

it.each<[string, string, ReactNode]>([
  [
    "an investor's way",
    "/api/invest/me?address=",
    <Access key="a" initial={{ issuer: null } as InvestorView} setup={{} as WalletSetup} />,
  ],
  [
    "orders that wait for their coins",
    "/api/invest/auto-invest?address=",
    <OpenOrders key="o" initial={[]} chains={[]} />,
  ],
  [
    "what was asked for on chains",
    "/api/invest/tasks?kind=faucet&address=",
    <ChainTasks key="t" kind="faucet" initial={[]} chains={[]} />,
  ],
  [
    "how far a wallet is on its chains",
    "/api/requests/r/chains",
    <ChainsCard key="c" requestId="r" initial={{ isTold: true, chains: [chain] }} />,
  ],
  [
    "a request",
    "/api/requests/r",
    <RequestView
      key="r"
      freshness={{ asOf: new Date(0), source: "amp" }}
      initial={request as unknown as RequestDetails}
      names={{ categories: [], user: null }}
      preview={null}
      chains={{ isTold: false, chains: [] }}
      canDecide
    />,
  ],
])("says beside what it still shows that it could not read it again: %s", (_, path, part) => {
  const queries = new QueryClient();
  const shown = () =>
    renderToStaticMarkup(<QueryClientProvider client={queries}>{part}</QueryClientProvider>);
  expect(shown()).not.toContain("AMP is being mended.");
  const query = queries.getQueryCache().find({ queryKey: [path] });
  if (!query) throw new Error(`Nothing was read at ${path}.`);
  const view = { code: "UNAVAILABLE" as const, message: "AMP is being mended.", retryable: true };
  query.setState({ ...query.state, status: "error", error: new ViewError({ ...view, requestId: "" }) });
  expect(shown()).toContain("AMP is being mended.");
});

import { PageFailure } from "@/components/data/page-failure";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import type { ErrorView } from "@/lib/errors";
import { PortalShell } from "./portal-shell";

/** A page of the portal whose data could not be read. */
export const PortalFailure = ({ error, setup }: { error: ErrorView; setup: WalletSetup }) => (
  <PortalShell environment={null} view={null} setup={setup}>
    <PageFailure error={error} />
  </PortalShell>
);

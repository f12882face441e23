import { Spinner } from "@/components/ui/spinner";
import { walletText } from "@/lib/messages/invest-wallet";

/** While the wallet code is fetched, or the wallet thinks. */
export const WalletSoon = ({ words = walletText.loading }: { words?: string }) => (
  <p role="status" className="flex items-center gap-2 py-3 text-muted-foreground text-sm">
    <Spinner />
    {words}
  </p>
);

import type { WalletRow } from "@/lib/domain/sandbox";
import { shortenMiddle } from "@/lib/format/ids";

/** What people call a wallet. */
export const walletName = ({ label, gaid }: Pick<WalletRow, "label" | "gaid">): string =>
  label ?? shortenMiddle(gaid, 8);

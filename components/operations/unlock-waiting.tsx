import { Card, CardBody } from "@/components/ui/card";
import { onceShown } from "@/components/ui/late";
import type { OperationView } from "@/lib/domain/operation";
import { minutesLeft, waitsForPassphrase } from "@/lib/domain/wallet-lock";

const UnlockWallet = onceShown(() =>
  import("@/components/treasury/unlock-wallet").then((file) => file.UnlockWallet),
);

/** The passphrase's field on an operation that waits for nothing else. */
export function UnlockWaiting({ operation }: { operation: OperationView }) {
  if (!waitsForPassphrase(operation)) return null;
  return (
    <Card>
      <CardBody>
        <UnlockWallet minutes={minutesLeft(operation)} />
      </CardBody>
    </Card>
  );
}

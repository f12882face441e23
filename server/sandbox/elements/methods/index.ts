import type { Method } from "../method";
import { addressMethods } from "./addresses";
import { chainMethods } from "./chain";
import { coinMethods } from "./coins";
import { descriptorMethods } from "./descriptors";
import { generatingMethods } from "./generating";
import { helpMethods } from "./help";
import { importMethods } from "./imports";
import { issuanceMethods } from "./issuances";
import { labelMethods } from "./labels";
import { listingMethods } from "./listing";
import { lockMethods } from "./locks";
import { mempoolMethods } from "./mempool";
import { messageMethods } from "./messages";
import { networkMethods } from "./network";
import { passphraseMethods } from "./passphrases";
import { rawBuildingMethods } from "./raw-building";
import { rawSendingMethods } from "./raw-sending";
import { sendingMethods } from "./sending";
import { transactionMethods } from "./transactions";
import { walletsMethods } from "./wallets";

/** Every RPC method of the node by its name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...networkMethods,
    ...chainMethods,
    ...mempoolMethods,
    ...generatingMethods,
    ...walletsMethods,
    ...passphraseMethods,
    ...addressMethods,
    ...messageMethods,
    ...labelMethods,
    ...importMethods,
    ...descriptorMethods,
    ...coinMethods,
    ...lockMethods,
    ...sendingMethods,
    ...rawBuildingMethods,
    ...rawSendingMethods,
    ...transactionMethods,
    ...listingMethods,
    ...issuanceMethods,
    ...helpMethods(() => methods),
  }),
);

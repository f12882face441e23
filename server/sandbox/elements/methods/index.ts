import type { Method } from "../method";
import { addressMethods } from "./addresses";
import { coinMethods } from "./coins";
import { issuanceMethods } from "./issuances";
import { networkMethods } from "./network";
import { sendingMethods } from "./sending";
import { transactionMethods } from "./transactions";
import { walletsMethods } from "./wallets";

/** Every RPC method of the node by its name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...networkMethods,
    ...walletsMethods,
    ...addressMethods,
    ...coinMethods,
    ...sendingMethods,
    ...transactionMethods,
    ...issuanceMethods,
  }),
);

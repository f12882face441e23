import { changeAndView } from "./assets";
import type { Handlers } from "./call";
import { refused } from "./refusal";

/** The official text says more than two, one more than everywhere else. */
const AUTHORIZE_CONFIRMATIONS = 3;

export const registrationHandlers = {
  async authorizeAsset({ unit, asset }) {
    if (asset.isAuthorized) throw refused("The asset is already authorized.");
    const issuance = await unit.ledger.transaction(asset.issuanceTxid);
    if ((issuance?.confirmations ?? 0) < AUTHORIZE_CONFIRMATIONS)
      throw refused(
        `The issuance transaction needs ${AUTHORIZE_CONFIRMATIONS} confirmations before the asset can be authorized.`,
      );
    return changeAndView(unit.db, asset.uuid, { isAuthorized: true });
  },
} satisfies Handlers;

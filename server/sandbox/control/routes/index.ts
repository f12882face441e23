import type { ControlRoute } from "../route";
import { accountRoutes } from "./accounts";
import { assetLabelRoutes } from "./asset-labels";
import { authorizationRoutes } from "./authorizations";
import { callRoutes } from "./calls";
import { chainRoutes } from "./chain";
import { clockRoutes } from "./clock";
import { faultRoutes } from "./faults";
import { siteRoutes } from "./sites";
import { snapshotRoutes } from "./snapshots";
import { stateRoutes } from "./state";
import { switchRoutes } from "./switches";
import { transactionRoutes } from "./transactions";
import { transferRoutes } from "./transfers";
import { veriffRoutes } from "./veriff";
import { walletRoutes } from "./wallets";

/** Every control call. Amounts of L-BTC are decimals, of other assets whole sats. */
export const controlRoutes: ControlRoute[] = [
  ...stateRoutes,
  ...chainRoutes,
  ...transactionRoutes,
  ...clockRoutes,
  ...snapshotRoutes,
  ...accountRoutes,
  ...walletRoutes,
  ...transferRoutes,
  ...authorizationRoutes,
  ...callRoutes,
  ...faultRoutes,
  ...switchRoutes,
  ...siteRoutes,
  ...assetLabelRoutes,
  ...veriffRoutes,
];

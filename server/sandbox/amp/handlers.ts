import { activityHandlers } from "./activities";
import { assetHandlers } from "./assets";
import { assignmentHandlers } from "./assignments";
import { balanceHandlers } from "./balances";
import { blinderHandlers } from "./blinders";
import { burnHandlers } from "./burns";
import type { AllHandlers } from "./call";
import { categoryHandlers } from "./categories";
import { distributionHandlers } from "./distributions";
import { gaidHandlers } from "./gaids";
import { infoHandlers } from "./info";
import { issuanceHandlers } from "./issuance";
import { managerHandlers } from "./managers";
import { memoHandlers } from "./memo";
import { registeredUserHandlers } from "./registered-users";
import { registrationHandlers } from "./registration";
import { reissuanceHandlers } from "./reissuances";
import { summaryHandlers } from "./summary";
import { transactionHandlers } from "./transactions";
import { treasuryAddressHandlers } from "./treasury-addresses";
import { userHandlers } from "./user";
import { userSummaryHandlers } from "./user-summary";
import { utxoHandlers } from "./utxos";

/** What the sandbox does, by endpoint: all 78 of them. */
export const handlers: AllHandlers = {
  ...infoHandlers,
  ...userHandlers,
  ...assetHandlers,
  ...issuanceHandlers,
  ...registrationHandlers,
  ...memoHandlers,
  ...treasuryAddressHandlers,
  ...utxoHandlers,
  ...activityHandlers,
  ...transactionHandlers,
  ...blinderHandlers,
  ...balanceHandlers,
  ...summaryHandlers,
  ...reissuanceHandlers,
  ...burnHandlers,
  ...assignmentHandlers,
  ...distributionHandlers,
  ...registeredUserHandlers,
  ...userSummaryHandlers,
  ...gaidHandlers,
  ...categoryHandlers,
  ...managerHandlers,
};

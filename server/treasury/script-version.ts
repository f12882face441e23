import { CLIENT_SCRIPT_VERSION } from "@/lib/contracts/amp/orders";
import { scriptVersionText } from "@/lib/messages/script-version";

/**
 * AMP says with each order how new a client has to be to carry it out; the desk does what version 2 of the official one
 * does. @returns why the order is not carried out here; null when it is, also where AMP told no version
 */
export const tooNew = (version: number | undefined): string | null =>
  version !== undefined && version > CLIENT_SCRIPT_VERSION
    ? scriptVersionText.tooNew(version, CLIENT_SCRIPT_VERSION)
    : null;

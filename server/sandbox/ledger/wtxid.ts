import { crypto } from "liquidjs-lib";
import { bytesToId, fromHex } from "./bytes";

/** The id of a transaction together with its witnesses, as a node tells it: the hash of everything that `hex` says. */
export const wtxidOf = (hex: string): string => bytesToId(crypto.hash256(fromHex(hex)));

import { z } from "zod";
import { parseUnits } from "@/lib/domain/units";
import type { Payment } from "../../ledger/planning";
import type { LiquidNetwork } from "../../ledger/port";
import { type AssetLabels, readAsset } from "../asset-labels";
import { checkRate, readFeeRate, readSubtracted } from "../fees";
import { RpcError } from "../port";
import { readDestination } from "../sending";

export interface FundOptions extends Pick<Payment, "changeTo" | "feeRate" | "subtractFeeFrom"> {
  addsInputs: boolean;
  minConfirmations: number;
  /** Where the change outputs begin; absent: behind the others. */
  changePosition?: number;
  locksInputs: boolean;
  /** Of the inputs that are added. */
  sequence: number;
}

const REPLACEABLE = 0xffff_fffd;
const NOT_REPLACEABLE = 0xffff_fffe;

const Options = z.strictObject({
  add_inputs: z.boolean().optional(),
  include_unsafe: z.boolean().optional(),
  minconf: z.int32().nonnegative().optional(),
  maxconf: z.int32().nonnegative().optional(),
  changeAddress: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  changePosition: z.int().optional(),
  change_type: z.string().optional(),
  includeWatching: z.boolean().optional(),
  lockUnspents: z.boolean().optional(),
  fee_rate: z.unknown().optional(),
  feeRate: z.unknown().optional(),
  subtractFeeFromOutputs: z.array(z.unknown()).optional(),
  input_weights: z.array(z.unknown()).optional(),
  max_tx_weight: z.int().positive().optional(),
  conf_target: z.unknown().optional(),
  estimate_mode: z.unknown().optional(),
  replaceable: z.boolean().optional(),
  solving_data: z.unknown().optional(),
});

/**
 * Options of fundrawtransaction; an old form of them is a bare boolean (watch-only inputs), which changes nothing.
 * @throws RpcError -3 for unknown keys and wrong types, -5, -8
 */
export function readFundOptions(
  network: LiquidNetwork,
  labels: AssetLabels,
  given: unknown,
  outputs: number,
): FundOptions {
  const parsed = Options.safeParse(typeof given === "boolean" ? {} : (given ?? {}));
  if (!parsed.success) throw refusal(parsed.error);
  const options = parsed.data;
  if (options.changePosition !== undefined && options.changePosition < 0)
    throw new RpcError(-8, "changePosition out of bounds");
  return {
    addsInputs: options.add_inputs ?? true,
    minConfirmations: options.minconf ?? 0,
    changePosition: options.changePosition,
    locksInputs: options.lockUnspents ?? false,
    sequence: options.replaceable === false ? NOT_REPLACEABLE : REPLACEABLE,
    feeRate: readRate(options),
    subtractFeeFrom: readSubtracted(options.subtractFeeFromOutputs ?? [], new Array(outputs).fill("")),
    changeTo: readChange(network, labels, options.changeAddress),
  };
}

function refusal(error: z.ZodError): RpcError {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") return new RpcError(-3, `Unexpected key ${issue.keys[0]}`);
  const key = String(issue?.path[0] ?? "options");
  return new RpcError(-3, `JSON value of ${key} is not of the expected type`);
}

function readRate(options: z.output<typeof Options>): bigint | undefined {
  const wish = {
    confTarget: options.conf_target,
    estimateMode: options.estimate_mode,
    feeRate: options.fee_rate,
  };
  if (options.feeRate === undefined) return readFeeRate(wish, -4);
  if (options.fee_rate !== undefined)
    throw new RpcError(-8, "Cannot specify both fee_rate (sat/vB) and feeRate (BTC/kvB)");
  if (options.conf_target !== undefined)
    throw new RpcError(-8, "Cannot specify both conf_target and feeRate");
  if (options.estimate_mode !== undefined)
    throw new RpcError(-8, "Cannot specify both estimate_mode and feeRate");
  return checkRate(parseUnits(String(options.feeRate), 8), -4);
}

/** One address for all change, or one for each asset by its label or id. */
function readChange(
  network: LiquidNetwork,
  labels: AssetLabels,
  given: string | Record<string, string> | undefined,
): Payment["changeTo"] {
  if (given === undefined) return undefined;
  const place = (address: string) => {
    try {
      return readDestination(network, address);
    } catch {
      throw new RpcError(-5, `Change address must be a valid address (not '${address}')`);
    }
  };
  if (typeof given === "string") {
    const all = place(given);
    return () => all;
  }
  const places = new Map(
    Object.entries(given).map(([asset, address]) => [readAsset(labels, asset), place(address)]),
  );
  return (assetId) => places.get(assetId);
}

import { parseUnits, printUnits } from "@/lib/domain/units";
import { DEFAULT_FEE_RATE } from "../ledger/weight";
import { RpcError } from "./port";

/** How a caller asks for a fee; each part as it came, undefined when it did not. */
export interface FeeWish {
  confTarget?: unknown;
  estimateMode?: unknown;
  /** Sats per virtual byte, up to three decimals. */
  feeRate?: unknown;
}

const MOST_BLOCKS = 1008;
const MODES = ["unset", "economical", "conservative"];

/**
 * Checks what a caller asks of the fee. Estimates have nothing to go by here and end at the fallback fee.
 * @param code of the refusal of a rate that is too low
 * @returns sats per 1000 virtual bytes; undefined for the fallback fee
 * @throws RpcError -8, -3
 */
export function readFeeRate({ confTarget, estimateMode, feeRate }: FeeWish, code = -6): bigint | undefined {
  const mode = estimateMode === undefined ? undefined : String(estimateMode).toLowerCase();
  if (feeRate !== undefined) {
    if (confTarget !== undefined) {
      throw new RpcError(
        -8,
        "Cannot specify both conf_target and fee_rate. Please provide either a confirmation target in blocks for automatic fee estimation, or an explicit fee rate.",
      );
    }
    if (mode !== undefined && mode !== "unset")
      throw new RpcError(-8, "Cannot specify both estimate_mode and fee_rate");
    return checkRate(parseUnits(String(feeRate), 3), code);
  }
  if (mode !== undefined && !MODES.includes(mode)) {
    throw new RpcError(
      -8,
      'Invalid estimate_mode parameter, must be one of: "unset", "economical", "conservative"',
    );
  }
  if (confTarget !== undefined) checkTarget(Number(String(confTarget)));
  return undefined;
}

/** @param rate sats per 1000 virtual bytes, null when it was no number */
export function checkRate(rate: bigint | null, code: number): bigint {
  if (rate === null) throw new RpcError(-3, "Invalid amount");
  if (rate < 0n) throw new RpcError(-3, "Amount out of range");
  if (rate >= DEFAULT_FEE_RATE) return rate;
  throw new RpcError(
    code,
    `Fee rate (${printUnits(rate, 3)} sat/vB) is lower than the minimum fee rate setting (${printUnits(DEFAULT_FEE_RATE, 3)} sat/vB)`,
  );
}

function checkTarget(blocks: number): void {
  if (Number.isInteger(blocks) && blocks >= 1 && blocks <= MOST_BLOCKS) return;
  throw new RpcError(-8, `Invalid conf_target, must be between 1 and ${MOST_BLOCKS}`);
}

/**
 * Positions of the outputs that are to pay the fee, named by address or by position.
 * @throws RpcError -8
 */
export function readSubtracted(instructions: unknown[], addresses: string[]): number[] {
  const what = "Invalid parameter 'subtract fee from output'";
  const positions: number[] = [];
  for (const instruction of instructions) {
    const position =
      typeof instruction === "string" ? addresses.indexOf(instruction) : Number(String(instruction));
    if (typeof instruction === "string" && position < 0)
      throw new RpcError(-8, `${what}, destination ${instruction} not found in tx outputs`);
    if (!Number.isInteger(position))
      throw new RpcError(-8, `${what}, invalid value type: ${typeof instruction}`);
    if (positions.includes(position)) throw new RpcError(-8, `${what}, duplicated position: ${position}`);
    if (position < 0) throw new RpcError(-8, `${what}, negative position: ${position}`);
    if (position >= addresses.length) throw new RpcError(-8, `${what}, position too large: ${position}`);
    positions.push(position);
  }
  return positions;
}

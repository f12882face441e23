import type { LorenzPoint } from "@/lib/domain/lorenz";

/** A whole in millionths: only for drawing. */
export const WHOLE = 1_000_000;

/** The curve's points as shares of all owners and of all that they have. */
export const drawnPoints = (points: readonly LorenzPoint[], all: LorenzPoint) =>
  points.map(({ holders, sats }) => ({
    owners: Math.round((holders * WHOLE) / all.holders),
    owned: Number((sats * BigInt(WHOLE)) / all.sats),
  }));

import { LosslessNumber } from "lossless-json";
import { z } from "zod";

/** Seconds, whole or not; the exact reader hands over a decimal as its text. */
export const seconds = z
  .union([z.number(), z.instanceof(LosslessNumber)])
  .transform((value) => Number(value.toString()))
  .pipe(z.number());

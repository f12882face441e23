import { z } from "zod";

/**
 * Duplicate wire names that AMP still sends beside today's ones. Reading takes the first name that is present;
 * writing repeats the value under every name, as AMP does.
 */
export function withAliases<S extends z.ZodType>(schema: S, aliases: Record<string, readonly string[]>) {
  const pairs = Object.entries(aliases);
  return z.codec(z.looseObject({}), schema, {
    decode: (value) => {
      const filled: Record<string, unknown> = { ...value };
      for (const [name, others] of pairs) {
        const present = [name, ...others].find((candidate) => filled[candidate] !== undefined);
        if (present !== undefined) filled[name] = filled[present];
      }
      return filled as z.input<S>;
    },
    encode: (value) => {
      const copied = { ...(value as Record<string, unknown>) };
      for (const [name, others] of pairs) for (const other of others) copied[other] = copied[name];
      return copied;
    },
  });
}

import { z } from "zod";

interface Aliased {
  schema: z.ZodType;
  aliases: Record<string, readonly string[]>;
}

const known = new WeakMap<z.core.$ZodType, Aliased>();

/** What `withAliases` was told; for descriptions of the wire. */
export const aliasesOf = (schema: z.core.$ZodType): Aliased | undefined => known.get(schema);

/**
 * Duplicate wire names that AMP still sends beside today's ones. Reading takes the first name that is present;
 * writing repeats the value under every name, as AMP does.
 * @param alsoRead names that are read for want of today's and never written
 */
export function withAliases<S extends z.ZodType>(
  schema: S,
  aliases: Record<string, readonly string[]>,
  alsoRead: Record<string, readonly string[]> = {},
) {
  const pairs = Object.entries(aliases);
  const readable = [...pairs, ...Object.entries(alsoRead)];
  const codec = z.codec(z.looseObject({}), schema, {
    decode: (value) => {
      const filled: Record<string, unknown> = { ...value };
      for (const [name, others] of readable) {
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
  known.set(codec, { schema, aliases });
  return codec;
}

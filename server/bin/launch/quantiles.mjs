/** The value below which `part` of them lie; 0 of none. */
export const quantile = (values, part) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

export const median = (values) => quantile(values, 0.5);

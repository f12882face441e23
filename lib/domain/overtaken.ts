/** Of settings that are saved whole, those that are others by now than a person was shown; all, where none were shown. */
export const overtaken = <Settings extends object>(
  shown: Settings | null,
  present: Settings | null,
): (keyof Settings)[] => {
  const fields = Object.keys(present ?? shown ?? {}) as (keyof Settings)[];
  return fields.filter((field) => JSON.stringify(shown?.[field]) !== JSON.stringify(present?.[field]));
};

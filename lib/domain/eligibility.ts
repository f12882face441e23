/** A category by its number and name, for links. */
export interface CategoryName {
  id: number;
  name: string;
}

interface Qualified {
  id: number;
  /** Ids of the categories the user is in. */
  categories: readonly number[];
}

/** The required categories a user still lacks. Several categories on one asset add up: all are needed. */
export const missingCategories = (user: Pick<Qualified, "categories">, requirements: readonly number[]) =>
  requirements.filter((id) => !user.categories.includes(id));

export const countEligible = (users: readonly Qualified[], requirements: readonly number[]): number =>
  users.filter((user) => missingCategories(user, requirements).length === 0).length;

/** What happens to an asset's circle when it starts or stops to require one category. */
export interface RequirementImpact {
  users: number;
  eligibleBefore: number;
  eligibleAfter: number;
  /** Holders who keep their balance but can no longer receive. */
  holdersLosing: number;
  /** Open assignments of users who would no longer be eligible. */
  assignmentsWaiting: number;
}

export function requirementImpact(input: {
  users: readonly Qualified[];
  requirements: readonly number[];
  categoryId: number;
  isRequired: boolean;
  holderIds: ReadonlySet<number>;
  /** The user of each open assignment. */
  assignedUserIds: readonly number[];
}): RequirementImpact {
  const others = input.requirements.filter((id) => id !== input.categoryId);
  const after = input.isRequired ? [...others, input.categoryId] : others;
  const losing = new Set(
    input.users
      .filter(
        (user) =>
          missingCategories(user, input.requirements).length === 0 &&
          missingCategories(user, after).length > 0,
      )
      .map((user) => user.id),
  );
  return {
    users: input.users.length,
    eligibleBefore: countEligible(input.users, input.requirements),
    eligibleAfter: countEligible(input.users, after),
    holdersLosing: [...input.holderIds].filter((id) => losing.has(id)).length,
    assignmentsWaiting: input.assignedUserIds.filter((id) => losing.has(id)).length,
  };
}

export const loadMembershipDialog = () =>
  import("./membership-dialog").then((module) => module.MembershipDialog);
export const loadRequirementDialog = () =>
  import("./requirement-dialog").then((module) => module.RequirementDialog);

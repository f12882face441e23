import { eq } from "drizzle-orm";
import { assignments } from "../db/amp-tables";
import {
  type AssignmentView,
  changeAssignment,
  insertAssignment,
  viewAssignment,
  viewAssignments,
} from "./assignment-store";
import { type Call, type Handlers, idOf } from "./call";
import { meetsRequirements } from "./category-store";
import { invalid, notFound, refused } from "./refusal";
import { findUser, type UserRow } from "./registered-user-store";
import { freeTreasurySats } from "./treasury";

type AssignmentCall = Pick<Call<"getAssignment">, "unit" | "env" | "asset" | "params">;

async function find(call: AssignmentCall): Promise<AssignmentView> {
  const assignment = await viewAssignment(call.unit.db, call.asset.uuid, idOf(call, "assignmentId"));
  if (!assignment) throw notFound();
  return shownBy(call.env)(assignment);
}

const shownBy =
  ({ switches }: AssignmentCall["env"]) =>
  (assignment: AssignmentView): AssignmentView =>
    switches.lateAddresses && !assignment.isDistributed
      ? { ...assignment, receivingAddress: null }
      : assignment;

function refuseTaken(assignment: AssignmentView): void {
  if (assignment.distributionUuid !== null)
    throw refused("The assignment is already part of a distribution.");
}

async function setReady(call: AssignmentCall, isReady: boolean): Promise<AssignmentView> {
  const assignment = await find(call);
  refuseTaken(assignment);
  await changeAssignment(call.unit.db, assignment.id, { isReady });
  return { ...assignment, readyForDistribution: isReady };
}

type Draft = Call<"createAssignment">["body"]["assignments"][0];

async function eligibleUser(
  { unit, env, account, asset }: Call<"createAssignment">,
  draft: Draft,
): Promise<UserRow> {
  const user = await findUser(unit.db, account.issuerId, draft.registeredUser);
  if (!user) throw invalid({ registered_user: ["There is no registered user with this id."] });
  const isBound = asset.isRestricted && !env.switches.assignAnyUser;
  if (isBound && !(await meetsRequirements(unit.db, user.id, asset.uuid)))
    throw refused("The registered user is not in every category that the asset requires.");
  return user;
}

async function checkBalance({ unit, asset }: Call<"createAssignment">, { amount }: Draft): Promise<void> {
  const free = await freeTreasurySats(unit, asset);
  if (free <= 0n) throw refused("There is not enough in the treasury balance: insufficient confirmed funds.");
  if (amount > free) throw refused("There is not enough in the treasury balance for this assignment.");
}

export const assignmentHandlers = {
  listAssignments: async ({ unit, env, asset, query }) =>
    (await viewAssignments(unit.db, asset.uuid, query.distributed)).map(shownBy(env)),

  async createAssignment(call) {
    const [draft] = call.body.assignments;
    const user = await eligibleUser(call, draft);
    await checkBalance(call, draft);
    const { unit, asset, account } = call;
    const assignment = await insertAssignment(unit.db, user, {
      assetUuid: asset.uuid,
      amountSats: draft.amount,
      isReady: draft.readyForDistribution,
      vestingAt: draft.vestingTimestamp,
      creatorId: account.id,
    });
    return [assignment];
  },

  getAssignment: (call) => find(call),
  lockAssignment: (call) => setReady(call, false),
  unlockAssignment: (call) => setReady(call, true),

  async deleteAssignment(call) {
    const assignment = await find(call);
    refuseTaken(assignment);
    await call.unit.db.delete(assignments).where(eq(assignments.id, assignment.id));
  },
} satisfies Handlers;

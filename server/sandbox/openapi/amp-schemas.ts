import type { z } from "zod";
import { Activity } from "@/lib/contracts/amp/activities";
import { aliasesOf } from "@/lib/contracts/amp/aliases";
import { Asset, AssetEdit, IssueRequest, IssueResponse } from "@/lib/contracts/amp/assets";
import { Assignment, AssignmentDraft, AssignmentsCreate } from "@/lib/contracts/amp/assignments";
import { AuthorizationRequest, AuthorizationResult } from "@/lib/contracts/amp/authorizations";
import { AssetBalance, LostOutputs } from "@/lib/contracts/amp/balances";
import { BurnConfirm, BurnOrder, BurnRequest } from "@/lib/contracts/amp/burns";
import { Category, CategoryAdd, CategoryEdit } from "@/lib/contracts/amp/categories";
import {
  CreatedDistribution,
  Distribution,
  DistributionConfirm,
  DistributionOrder,
} from "@/lib/contracts/amp/distributions";
import { GaidAddress, GaidBalance, GaidValidation } from "@/lib/contracts/amp/gaids";
import { Changelog, Info } from "@/lib/contracts/amp/info";
import { Manager, ManagerCreate } from "@/lib/contracts/amp/managers";
import { NodeDetail, NodeIssuance, NodeUnspent } from "@/lib/contracts/amp/node-entries";
import { Ownership } from "@/lib/contracts/amp/ownerships";
import {
  RegisteredUser,
  UserAdd,
  UserAssetSummary,
  UserEdit,
  UserSummary,
} from "@/lib/contracts/amp/registered-users";
import {
  Reissuance,
  ReissueConfirm,
  ReissueOrder,
  ReissueRequest,
  ReissueResult,
} from "@/lib/contracts/amp/reissuances";
import { AssetSummary } from "@/lib/contracts/amp/summary";
import { AssetTx, UpdateBlinders } from "@/lib/contracts/amp/transactions";
import { Credentials, PasswordChange, PasswordChanged, Token } from "@/lib/contracts/amp/user";
import { Utxo } from "@/lib/contracts/amp/utxos";
import { elementsAmount, outpoint, totalSats } from "@/lib/contracts/wire";
import { type JsonSchema, type SchemaBook, schemaBook } from "@/lib/json-schema";

/** AMP's shapes by the names that its descriptions use. */
export const namedSchemas: Record<string, z.ZodType> = {
  Info,
  Changelog,
  Credentials,
  Token,
  PasswordChange,
  PasswordChanged,
  Asset,
  IssueRequest,
  IssueResponse,
  AssetEdit,
  Outpoint: outpoint,
  Utxo,
  RegisteredUser,
  UserAdd,
  UserEdit,
  UserAssetSummary,
  GaidValidation,
  GaidAddress,
  GaidBalance,
  Category,
  CategoryAdd,
  CategoryEdit,
  Assignment,
  AssignmentDraft,
  AssignmentsCreate,
  Distribution,
  DistributionOrder,
  DistributionConfirm,
  ReissueRequest,
  ReissueOrder,
  ReissueConfirm,
  ReissueResult,
  Reissuance,
  BurnRequest,
  BurnOrder,
  BurnConfirm,
  NodeDetail,
  NodeUnspent,
  NodeIssuance,
  Activity,
  AssetTx,
  UpdateBlinders,
  Ownership,
  AssetBalance,
  AssetSummary,
  LostOutputs,
  Manager,
  ManagerCreate,
  AuthorizationRequest,
  AuthorizationResult,
};

/** The node's entries that a confirm takes unchanged, by the field that holds them. */
const NODE_ENTRIES: Record<string, string> = {
  details: "NodeDetail",
  change_data: "NodeUnspent",
  listissuances: "NodeIssuance",
};

/** AMP's shapes as JSON Schema. */
export function ampSchemas(): SchemaBook {
  return schemaBook(namedSchemas, (schema, json, schemaOf) => {
    const aliased = aliasesOf(schema);
    if (aliased) replace(json, withDeprecated(schemaOf(aliased.schema), aliased.aliases));
    if (schema === elementsAmount) replace(json, { type: "number" });
    if (schema === totalSats) replace(json, { type: "integer", minimum: 0 });
    if (schema === CreatedDistribution)
      replace(json, { oneOf: [schemaOf(DistributionOrder), { $ref: "#/components/schemas/BusinessError" }] });
    if (schema === UserSummary) replace(json, { type: "array", items: schemaOf(UserAssetSummary) });
    for (const [field, name] of Object.entries(NODE_ENTRIES)) {
      const property = json.properties?.[field];
      if (property) property.items = { $ref: `#/$defs/${name}` };
    }
  });
}

function replace(json: JsonSchema, other: JsonSchema): void {
  const { id } = json;
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, other, id === undefined ? {} : { id });
}

function withDeprecated(json: JsonSchema, aliases: Record<string, readonly string[]>): JsonSchema {
  const properties = { ...json.properties };
  for (const [name, others] of Object.entries(aliases)) {
    for (const other of others) {
      const description = `The same as \`${name}\`, under an older or other name.`;
      properties[other] = { ...properties[name], description, deprecated: true };
    }
  }
  return { ...json, properties };
}

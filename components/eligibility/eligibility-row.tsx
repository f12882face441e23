import Link from "next/link";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import {
  type AssetRule,
  type CategoryName,
  canReceive,
  type EligibilityRow as Row,
  type UserRule,
} from "@/lib/domain/eligibility";
import { eligibilityText } from "@/lib/messages/eligibility";
import { routes } from "@/lib/routes";

const { list: text, rules, remedies } = eligibilityText;

interface EligibilityRowProps {
  row: Row;
  assetUuid: string;
  /** What is in the way of everybody. */
  ofAsset: readonly AssetRule[];
  required: readonly CategoryName[];
  canAdd: boolean;
}

export function EligibilityRow({ row, assetUuid, ofAsset, required, canAdd }: EligibilityRowProps) {
  const isClear = ofAsset.length === 0 && canReceive(row.failing);
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.user(row.id)} className="font-medium hover:underline">
          {row.name}
        </Link>
      </RowTitle>
      <Td label={text.verdict}>
        <Status tone={isClear ? "ok" : "blocked"}>{isClear ? text.yes : text.no}</Status>
      </Td>
      <Td label={text.rules}>
        {ofAsset.length + row.failing.length === 0 ? (
          <span className="text-muted-foreground">{text.nothing}</span>
        ) : (
          <ul className="grid gap-0.5">
            {ofAsset.map((rule) => (
              <li key={rule}>{rules[rule]}</li>
            ))}
            {row.failing.map((rule) => (
              <li key={rule.rule === "category" ? rule.categoryId : rule.rule}>
                {wordsOf(rule, required)}{" "}
                <Remedy rule={rule} row={row} assetUuid={assetUuid} canAdd={canAdd} />
              </li>
            ))}
          </ul>
        )}
      </Td>
      <Td label={text.id} numeric>
        {row.id}
      </Td>
    </TableRow>
  );
}

function wordsOf(rule: UserRule, required: readonly CategoryName[]): string {
  if (rule.rule !== "category") return rules[rule.rule];
  return rules.category(required.find(({ id }) => id === rule.categoryId)?.name ?? String(rule.categoryId));
}

interface RemedyProps {
  rule: UserRule;
  row: Row;
  assetUuid: string;
  canAdd: boolean;
}

function Remedy({ rule, row, assetUuid, canAdd }: RemedyProps) {
  if (rule.rule === "category" && !canAdd)
    return <span className="text-muted-foreground">{remedies.issuer}</span>;
  return (
    <Link
      href={rule.rule === "blacklisted" ? outputsOf(row, assetUuid) : routes.user(row.id)}
      className="whitespace-nowrap text-link underline underline-offset-2"
    >
      {remedies[rule.rule]}
    </Link>
  );
}

const outputsOf = ({ gaid }: Row, assetUuid: string) =>
  gaid === null ? routes.utxos(assetUuid) : routes.utxosOf(assetUuid, gaid);

"use client";

import { memo } from "react";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import {
  canReceiveNow,
  failingRules,
  type MatrixAsset,
  type MatrixUser,
} from "@/lib/domain/eligibility-matrix";
import { eligibilityMatrixText as text } from "@/lib/messages/eligibility-matrix";
import { routes } from "@/lib/routes";

export interface Pair {
  user: MatrixUser;
  asset: MatrixAsset;
}

interface EligibilityGridRowProps {
  user: MatrixUser;
  assets: readonly MatrixAsset[];
  position: number;
  /** The column that takes part in the tab order; null in every row but one. */
  activeColumn: number | null;
  onOpen: (pair: Pair) => void;
}

export const EligibilityGridRow = memo(function EligibilityGridRow(props: EligibilityGridRowProps) {
  const { user, assets, position, activeColumn, onOpen } = props;
  return (
    <tr>
      <th
        scope="row"
        className="sticky start-0 z-1 w-36 min-w-36 max-w-36 border-border border-e bg-card text-start font-medium sm:w-60 sm:max-w-60"
      >
        <Link href={routes.user(user.id)} className="block truncate hover:underline" title={user.name}>
          {user.name}
        </Link>
      </th>
      {assets.map((asset, at) => (
        <td key={asset.assetUuid}>
          <Verdict
            user={user}
            asset={asset}
            data-row={position}
            data-column={at}
            tabIndex={activeColumn === at ? 0 : -1}
            onClick={() => onOpen({ user, asset })}
          />
        </td>
      ))}
    </tr>
  );
});

interface VerdictProps extends Pair {
  "data-row": number;
  "data-column": number;
  tabIndex: number;
  onClick: () => void;
}

function Verdict({ user, asset, ...place }: VerdictProps) {
  const failing = failingRules(user, asset);
  const isEligible = canReceiveNow(failing);
  const verdict = verdictOf(failing.length, isEligible);
  return (
    <button
      type="button"
      {...place}
      aria-haspopup="dialog"
      aria-label={text.cell(user.name, asset.name, verdict)}
      className={CELL}
    >
      <Status tone={isEligible ? "ok" : "blocked"}>{verdict}</Status>
    </button>
  );
}

/** There are many: what a `Button` brings besides is left out of each. */
const CELL = "-my-1 -ms-2.5 h-7 rounded-md px-2.5 align-middle font-medium text-xs hover:bg-accent";

const verdictOf = (failing: number, isEligible: boolean): string => {
  if (!isEligible) return text.failing(failing);
  return failing === 0 ? text.eligible : text.blacklistedToo;
};

import type { Route } from "next";
import { Link } from "@/components/ui/link";
import type { ErrorView } from "@/lib/errors";

/** Under the field of a GAID that is taken: the way to the user who has it. */
export const GaidOwnerLink = ({ error }: { error: ErrorView | null }) =>
  error?.link && (
    <Link
      href={error.link.href as Route}
      className="justify-self-start text-link text-sm underline-offset-2 hover:underline"
    >
      {error.link.label}
    </Link>
  );

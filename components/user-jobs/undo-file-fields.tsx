"use client";

import { Alert } from "@/components/ui/alert";
import type { CreatedEnd } from "@/lib/domain/user-jobs";
import { userUndoText as text } from "@/lib/messages/user-undo";
import { CreatedChoice } from "./created-choice";

interface UndoFileFieldsProps {
  created: CreatedEnd;
  onCreated: (created: CreatedEnd) => void;
}

/** In place of the table once an undo file is chosen: what becomes of the users that its bulk change made. */
export const UndoFileFields = ({ created, onCreated }: UndoFileFieldsProps) => (
  <>
    <Alert tone="info" title={text.chosen} />
    <CreatedChoice legend={text.created} created={created} onCreated={onCreated} />
  </>
);

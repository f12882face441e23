"use client";

import { Alert } from "@/components/ui/alert";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import type { CreatedEnd } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { userUndoText as text } from "@/lib/messages/user-undo";

const { undo: words } = userJobsText;

interface UndoFileFieldsProps {
  created: CreatedEnd;
  onCreated: (created: CreatedEnd) => void;
}

/** In place of the table once an undo file is chosen: what becomes of the users that its bulk change made. */
export const UndoFileFields = ({ created, onCreated }: UndoFileFieldsProps) => (
  <>
    <Alert tone="info" title={text.chosen} />
    <RadioGroup legend={text.created}>
      {(["archive", "delete"] as const).map((end) => (
        <RadioCard
          key={end}
          name="created"
          value={end}
          checked={created === end}
          onChange={() => onCreated(end)}
          title={words[end]}
          description={words[`${end}Text`]}
        />
      ))}
    </RadioGroup>
  </>
);

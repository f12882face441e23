import { PartFailure } from "@/components/data/part-failure";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ErrorView } from "@/lib/errors";

/** In the place of settings that could not be read: they are there, and nobody knows now what they are. */
export const UnreadCard = ({ id, title, error }: { id?: string; title: string; error: ErrorView }) => (
  <Card id={id}>
    <CardHeader title={title} />
    <CardBody>
      <PartFailure error={error} />
    </CardBody>
  </Card>
);

import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { IMPORT_COLUMNS } from "@/lib/domain/user-import";
import { userImportText } from "@/lib/messages/user-import";

const { columns: text } = userImportText;

export const ImportColumns = () => (
  <Card>
    <CardHeader title={text.title} description={text.description} />
    <CardBody>
      <KeyValues>
        {IMPORT_COLUMNS.map((name) => (
          <KeyValue key={name} term={<code>{text.names[name]}</code>}>
            {text.about[name]}
          </KeyValue>
        ))}
      </KeyValues>
    </CardBody>
  </Card>
);

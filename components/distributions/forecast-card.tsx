import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { Forecast } from "@/lib/domain/forecast";
import { LBTC } from "@/lib/domain/treasury";
import { groupDigits } from "@/lib/format/amounts";
import { distributionsText } from "@/lib/messages/distributions";

const { forecast: text } = distributionsText;

/** What the distribution will take, before a person approves it. */
export function ForecastCard({ forecast, batchSize }: { forecast: Forecast; batchSize: number }) {
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead(batchSize)} />
      <CardBody className="grid gap-3">
        <KeyValues>
          <KeyValue term={text.transactions}>{groupDigits(String(forecast.transactions))}</KeyValue>
          <KeyValue term={text.recipients}>{groupDigits(String(forecast.recipients))}</KeyValue>
          <KeyValue term={text.time}>{text.blocks(forecast.blocks, forecast.minutes)}</KeyValue>
          <KeyValue term={text.fee}>
            <Amount sats={forecast.feeSats} precision={LBTC.precision} ticker={LBTC.ticker} />
          </KeyValue>
        </KeyValues>
        <p className="text-muted-foreground text-xs">{text.assumption}</p>
      </CardBody>
    </Card>
  );
}
